package io.trafficgen.persistence;

import io.trafficgen.application.port.Sessions;
import io.trafficgen.domain.account.Account;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** {@link Sessions} in {@code sessions} and {@code refresh_tokens}. */
public final class PostgresSessions implements Sessions {
  private static final AccountRows ROWS = new AccountRows();

  private final PostgresDatabase database;

  public PostgresSessions(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public boolean open(UUID session, Account account, String refreshHash, Instant expiresAt) {
    return database.inTransaction(handle -> {
      boolean opened =
          handle
                  .createUpdate(
                      """
                      with owner as (
                        -- Locked, so that a change of the password is seen here or ends this.
                        select id from users
                        where id = :account and password_hash = :password and not disabled
                        for share
                      )
                      insert into sessions (id, user_id, expires_at)
                      select cast(:id as uuid), id, cast(:expiresAt as timestamptz) from owner
                      """)
                  .bind("id", session)
                  .bind("account", account.id().value())
                  .bind("password", account.passwordHash().value())
                  .bind("expiresAt", expiresAt)
                  .execute()
              == 1;
      if (opened) {
        addToken(handle, session, refreshHash);
      }
      return opened;
    });
  }

  @Override
  public Optional<Account> account(UUID session, Instant now) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select u.* from sessions s join users u on u.id = s.user_id
                where s.id = :id and s.expires_at > :now and not u.disabled
                """)
            .bind("id", session)
            .bind("now", now)
            .map(ROWS)
            .findOne());
  }

  @Override
  public Optional<UUID> rotate(String hash, String nextHash, Instant now) {
    return database.inTransaction(handle ->
        lockSessionOf(handle, hash, now)
            .flatMap(session -> exchange(handle, session, hash, nextHash)));
  }

  /** Locked, so that of two exchanges at once the second sees the first. */
  private static Optional<UUID> lockSessionOf(Handle handle, String hash, Instant now) {
    return handle
        .createQuery(
            """
            select s.id from sessions s join users u on u.id = s.user_id
            where s.id = (select session_id from refresh_tokens where hash = :hash)
              and s.expires_at > :now and not u.disabled
            for update of s
            """)
        .bind("hash", hash)
        .bind("now", now)
        .mapTo(UUID.class)
        .findOne();
  }

  private static Optional<UUID> exchange(
      Handle handle, UUID session, String hash, String nextHash) {
    boolean first =
        handle
                .createUpdate(
                    """
                    update refresh_tokens set exchanged = true
                    where hash = :hash and not exchanged
                    """)
                .bind("hash", hash)
                .execute()
            == 1;
    if (!first) {
      delete(handle, session);
      return Optional.empty();
    }
    addToken(handle, session, nextHash);
    return Optional.of(session);
  }

  @Override
  public void close(UUID session) {
    database.run(handle -> delete(handle, session));
  }

  @Override
  public void forget(Instant now) {
    database
        .patient()
        .run(handle ->
            handle
                .createUpdate("delete from sessions where expires_at <= :now")
                .bind("now", now)
                .execute());
  }

  private static void addToken(Handle handle, UUID session, String hash) {
    handle
        .createUpdate("insert into refresh_tokens (hash, session_id) values (:hash, :session)")
        .bind("hash", hash)
        .bind("session", session)
        .execute();
  }

  private static void delete(Handle handle, UUID session) {
    handle.createUpdate("delete from sessions where id = :id").bind("id", session).execute();
  }
}
