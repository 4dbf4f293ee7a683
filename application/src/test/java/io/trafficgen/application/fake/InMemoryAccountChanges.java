package io.trafficgen.application.fake;

import io.trafficgen.application.port.AccountChanges;
import io.trafficgen.application.port.ProfileChange;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.AccountMarks;
import io.trafficgen.domain.account.ContactDetails;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.PasswordHash;
import io.trafficgen.domain.account.Role;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.StatusReason;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** {@link AccountChanges} in memory. */
public final class InMemoryAccountChanges implements AccountChanges {
  private final InMemoryAccounts accounts;
  private final InMemorySessions sessions;
  private final InMemoryMailedTokens tokens;
  private final InMemoryProjects projects;
  private final InMemoryAuditLog log;

  public InMemoryAccountChanges(
      InMemoryAccounts accounts,
      InMemorySessions sessions,
      InMemoryMailedTokens tokens,
      InMemoryProjects projects,
      InMemoryAuditLog log) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.tokens = tokens;
    this.projects = projects;
    this.log = log;
  }

  @Override
  public synchronized Result change(AccountId id, ProfileChange change, List<AuditEntry> entries) {
    Optional<Account> stored = open(id);
    if (stored.isEmpty()) {
      return Result.ABSENT;
    }
    if (change.isOutdated(stored.get())) {
      return Result.OUTDATED;
    }
    if (change
        .email()
        .flatMap(accounts::findByEmail)
        .filter(other -> !other.id().equals(id))
        .isPresent()) {
      return Result.EMAIL_TAKEN;
    }
    accounts.change(id, old -> old.contact(change.contact().apply(old.account().contact())));
    change.email().ifPresent(email -> accounts.change(id, old -> old.email(email)));
    change
        .password()
        .ifPresent(password -> {
          accounts.change(id, old -> old.password(password));
          sessions.closeAll(id);
        });
    if (change.email().isPresent() || change.password().isPresent()) {
      tokens.forget(id);
    }
    entries.forEach(log::append);
    return Result.DONE;
  }

  @Override
  public synchronized void changeApiKey(AccountId id, Optional<String> hash, AuditEntry entry) {
    if (accounts.setKey(id, hash)) {
      log.append(entry);
    }
  }

  @Override
  public synchronized Result changeStanding(
      AccountId id,
      Optional<Role> role,
      Optional<Boolean> disabled,
      Function<Account, List<AuditEntry>> entries,
      Consumer<ProjectId> stopped) {
    Optional<Account> stored = open(id);
    if (stored.isEmpty()) {
      return Result.ABSENT;
    }
    boolean falls = role.filter(Role.USER::equals).isPresent() || disabled.orElse(false);
    if (falls && accounts.isLastAdmin(id)) {
      return Result.LAST_ADMIN;
    }
    role.ifPresent(wanted -> accounts.change(id, old -> old.role(wanted)));
    disabled.ifPresent(wanted -> accounts.change(id, old -> old.disabled(wanted)));
    if (disabled.orElse(false)) {
      sessions.closeAll(id);
      tokens.forget(id);
      accounts.setKey(id, Optional.empty());
    }
    entries.apply(stored.get()).forEach(log::append);
    if (disabled.orElse(false)) {
      stopProjects(id, stopped);
    }
    return Result.DONE;
  }

  @Override
  public synchronized Result close(AccountId id, AuditEntry entry, Consumer<ProjectId> stopped) {
    if (open(id).isEmpty()) {
      return Result.ABSENT;
    }
    if (accounts.isLastAdmin(id)) {
      return Result.LAST_ADMIN;
    }
    sessions.closeAll(id);
    tokens.forget(id);
    accounts.setKey(id, Optional.empty());
    accounts.change(
        id,
        old ->
            old.email(new Email("closed-" + id + "@closed.invalid"))
                .password(new PasswordHash(""))
                .role(Role.USER)
                .contact(ContactDetails.named(Optional.empty()))
                .marks(new AccountMarks(false, false, true)));
    accounts.close(id);
    log.append(entry);
    stopProjects(id, stopped);
    return Result.DONE;
  }

  private void stopProjects(AccountId id, Consumer<ProjectId> stopped) {
    projects.list(id, new PageRequest(100, Optional.empty())).items().stream()
        .filter(Project::isActive)
        .flatMap(project -> projects.end(id, project.id(), StatusReason.USER).stream())
        .map(Project::id)
        .forEach(stopped);
  }

  private Optional<Account> open(AccountId id) {
    return accounts.find(id).filter(account -> !accounts.isClosed(id));
  }
}
