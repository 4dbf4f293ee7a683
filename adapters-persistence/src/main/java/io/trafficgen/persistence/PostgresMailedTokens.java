package io.trafficgen.persistence;

import io.trafficgen.application.port.MailedToken;
import io.trafficgen.application.port.MailedToken.Purpose;
import io.trafficgen.application.port.MailedTokens;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.PasswordHash;
import io.trafficgen.domain.audit.AuditEntry;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** {@link MailedTokens} in {@code mailed_tokens}. */
public final class PostgresMailedTokens implements MailedTokens {
  private static final AccountRows ROWS = new AccountRows();

  private final PostgresDatabase database;

  private record Used(UUID account, String email) {}

  public PostgresMailedTokens(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public void issue(MailedToken token) {
    database.run(handle ->
        handle
            .createUpdate(
                """
                insert into mailed_tokens (hash, user_id, purpose, email, expires_at)
                values (:hash, :account, :purpose, :email, :expiresAt)
                on conflict (user_id, purpose) do update
                set hash = excluded.hash, email = excluded.email,
                  expires_at = excluded.expires_at
                """)
            .bind("hash", token.hash())
            .bind("account", token.account().value())
            .bind("purpose", name(token.purpose()))
            .bind("email", token.email().value())
            .bind("expiresAt", token.expiresAt())
            .execute());
  }

  @Override
  public Optional<AccountId> find(Purpose purpose, String hash, Instant now) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select u.id from mailed_tokens t
                join users u on u.id = t.user_id and u.email = t.email and not u.disabled
                where t.hash = :hash and t.purpose = :purpose and t.expires_at > :now
                """)
            .bind("hash", hash)
            .bind("purpose", name(purpose))
            .bind("now", now)
            .mapTo(UUID.class)
            .map(AccountId::new)
            .findOne());
  }

  @Override
  public Optional<Account> confirmEmail(String hash, Instant now) {
    return database.inTransaction(handle ->
        use(handle, Purpose.CONFIRM_EMAIL, hash, now)
            .flatMap(used ->
                handle
                    .createQuery(
                        """
                        update users set email_confirmed_at = :now
                        where id = :id and email = :email and not disabled returning *
                        """)
                    .bind("now", now)
                    .bind("id", used.account())
                    .bind("email", used.email())
                    .map(ROWS)
                    .findOne()));
  }

  @Override
  public Optional<AccountId> resetPassword(
      String hash, PasswordHash password, Instant now, Function<AccountId, AuditEntry> entry) {
    return database.inTransaction(handle ->
        use(handle, Purpose.RESET_PASSWORD, hash, now)
            .flatMap(used ->
                AccountRows.lock(handle, new AccountId(used.account()))
                    .filter(account -> !account.isDisabled())
                    .filter(account -> account.email().value().equals(used.email())))
            .map(Account::id)
            .map(account -> {
              AccountSteps.setPassword(handle, account, password);
              AccountSteps.endSessions(handle, account);
              AccountSteps.setApiKey(handle, account, Optional.empty());
              AuditRows.insert(handle, entry.apply(account));
              return account;
            }));
  }

  /** Deleted before anything else, so that of two uses at once one finds it. */
  private static Optional<Used> use(Handle handle, Purpose purpose, String hash, Instant now) {
    return handle
        .createQuery(
            """
            delete from mailed_tokens
            where hash = :hash and purpose = :purpose and expires_at > :now
            returning user_id, email
            """)
        .bind("hash", hash)
        .bind("purpose", name(purpose))
        .bind("now", now)
        .map((row, context) -> new Used(Columns.uuid(row, "user_id"), row.getString("email")))
        .findOne();
  }

  private static String name(Purpose purpose) {
    return purpose.name().toLowerCase(Locale.ROOT);
  }
}
