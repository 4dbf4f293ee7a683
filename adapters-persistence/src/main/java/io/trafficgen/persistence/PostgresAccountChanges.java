package io.trafficgen.persistence;

import io.trafficgen.application.port.AccountChanges;
import io.trafficgen.application.port.ProfileChange;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.PasswordHash;
import io.trafficgen.domain.account.Role;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.project.ProjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** {@link AccountChanges} in {@code users} and whatever hangs on an account. */
public final class PostgresAccountChanges implements AccountChanges {
  private final PostgresDatabase database;

  public PostgresAccountChanges(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public Result change(AccountId id, ProfileChange change, List<AuditEntry> entries) {
    try {
      return database.inTransaction(handle -> {
        Optional<Account> stored = AccountRows.lock(handle, id);
        if (stored.isEmpty()) {
          return Result.ABSENT;
        }
        if (change.isOutdated(stored.get())) {
          return Result.OUTDATED;
        }
        AccountSteps.describe(handle, id, change.contact().apply(stored.get().contact()));
        change.email().ifPresent(email -> rename(handle, id, email));
        change.password().ifPresent(password -> replacePassword(handle, id, password));
        entries.forEach(entry -> AuditRows.insert(handle, entry));
        return Result.DONE;
      });
    } catch (JdbiException e) {
      if (DatabaseFailures.foundDuplicate(e)) {
        return Result.EMAIL_TAKEN;
      }
      throw e;
    }
  }

  private static void rename(Handle handle, AccountId id, Email email) {
    handle
        .createUpdate("update users set email = :email, email_confirmed_at = null where id = :id")
        .bind("email", email.value())
        .bind("id", id.value())
        .execute();
    AccountSteps.forgetTokens(handle, id);
  }

  private static void replacePassword(Handle handle, AccountId id, PasswordHash password) {
    AccountSteps.setPassword(handle, id, password);
    AccountSteps.endSessions(handle, id);
    AccountSteps.forgetTokens(handle, id);
  }

  @Override
  public void changeApiKey(AccountId id, Optional<String> hash, AuditEntry entry) {
    database.run(handle -> {
      if (AccountSteps.setApiKey(handle, id, hash)) {
        AuditRows.insert(handle, entry);
      }
    });
  }

  @Override
  public Result changeStanding(
      AccountId id,
      Optional<Role> role,
      Optional<Boolean> disabled,
      Function<Account, List<AuditEntry>> entries,
      Consumer<ProjectId> stopped) {
    boolean falls = role.filter(Role.USER::equals).isPresent() || disabled.orElse(false);
    return stopping(
        stopped,
        (handle, projects) -> {
          boolean last = falls && AccountSteps.lockLastAdmin(handle, id);
          Optional<Account> stored = AccountRows.lock(handle, id);
          if (stored.isEmpty()) {
            return Result.ABSENT;
          }
          if (last) {
            return Result.LAST_ADMIN;
          }
          handle
              .createUpdate(
                  """
                  update users set role = coalesce(cast(:role as varchar), role),
                    disabled = coalesce(cast(:disabled as boolean), disabled)
                  where id = :id
                  """)
              .bind("role", role.map(Role::wireName))
              .bind("disabled", disabled)
              .bind("id", id.value())
              .execute();
          if (disabled.orElse(false)) {
            AccountSteps.endSessions(handle, id);
            AccountSteps.forgetTokens(handle, id);
            AccountSteps.setApiKey(handle, id, Optional.empty());
            projects.addAll(AccountSteps.stopProjects(handle, id));
          }
          entries.apply(stored.get()).forEach(entry -> AuditRows.insert(handle, entry));
          return Result.DONE;
        });
  }

  @Override
  public Result close(AccountId id, AuditEntry entry, Consumer<ProjectId> stopped) {
    return stopping(
        stopped,
        (handle, projects) -> {
          boolean last = AccountSteps.lockLastAdmin(handle, id);
          if (AccountRows.lock(handle, id).isEmpty()) {
            return Result.ABSENT;
          }
          if (last) {
            return Result.LAST_ADMIN;
          }
          AccountSteps.endSessions(handle, id);
          AccountSteps.forgetTokens(handle, id);
          AccountSteps.forgetPerson(handle, id, entry.at());
          projects.addAll(AccountSteps.stopProjects(handle, id));
          AuditRows.insert(handle, entry);
          return Result.DONE;
        });
  }

  /** One transaction that stops projects; who wants to know of them hears it once it is durable. */
  private Result stopping(
      Consumer<ProjectId> stopped, BiFunction<Handle, List<ProjectId>, Result> work) {
    List<ProjectId> projects = new ArrayList<>();
    Result result =
        database.inTransaction(handle -> {
          projects.clear();
          return work.apply(handle, projects);
        });
    projects.forEach(stopped);
    return result;
  }
}
