package io.trafficgen.persistence;

import io.trafficgen.application.port.IdempotencyKeys;
import io.trafficgen.application.port.KeyOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** {@link IdempotencyKeys} in {@code idempotency_keys}. */
public final class PostgresIdempotencyKeys implements IdempotencyKeys {
  private final PostgresDatabase database;

  public PostgresIdempotencyKeys(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public KeyOutcome claim(ScopedKey key, String fingerprint, Instant now, Instant staleBefore) {
    return database.inTransaction(handle ->
        take(handle, key, fingerprint, now, staleBefore)
            ? new KeyOutcome.Claimed()
            : held(handle, key, fingerprint));
  }

  private static boolean take(
      Handle handle, ScopedKey key, String fingerprint, Instant now, Instant staleBefore) {
    return named(
                key,
                handle.createUpdate(
                    """
                    insert into idempotency_keys as k
                      (user_id, operation, key, fingerprint, taken_at)
                    values (:account, :operation, :key, :fingerprint, :now)
                    on conflict (user_id, operation, key)
                    do update set fingerprint = excluded.fingerprint, taken_at = excluded.taken_at,
                      status = null, content_type = null, body = null, location = null
                    where k.taken_at < :staleBefore
                    """))
            .bind("fingerprint", fingerprint)
            .bind("now", now)
            .bind("staleBefore", staleBefore)
            .execute()
        == 1;
  }

  /** A key that was freed a moment ago counts as held: the client tries again. */
  private static KeyOutcome held(Handle handle, ScopedKey key, String fingerprint) {
    return named(
            key,
            handle.createQuery(
                """
                select * from idempotency_keys
                where user_id = :account and operation = :operation and key = :key
                """))
        .map((row, context) -> outcome(row, fingerprint))
        .findOne()
        .orElseGet(KeyOutcome.InFlight::new);
  }

  private static KeyOutcome outcome(ResultSet row, String fingerprint) throws SQLException {
    if (!row.getString("fingerprint").equals(fingerprint)) {
      return new KeyOutcome.OtherRequest();
    }
    int status = row.getInt("status");
    if (row.wasNull()) {
      return new KeyOutcome.InFlight();
    }
    return new KeyOutcome.Answered(
        new Answer(
            status,
            row.getString("content_type"),
            Columns.optionalText(row, "location"),
            row.getString("body")));
  }

  @Override
  public void keep(ScopedKey key, Answer answer) {
    database.run(handle ->
        named(
                key,
                handle.createUpdate(
                    """
                    update idempotency_keys
                    set status = :status, content_type = :contentType, body = :body,
                      location = :location
                    where user_id = :account and operation = :operation and key = :key
                    """))
            .bind("status", answer.status())
            .bind("contentType", answer.contentType())
            .bind("body", answer.body())
            .bind("location", answer.location())
            .execute());
  }

  @Override
  public void release(ScopedKey key) {
    database.run(handle ->
        named(
                key,
                handle.createUpdate(
                    """
                    delete from idempotency_keys
                    where user_id = :account and operation = :operation and key = :key
                    """))
            .execute());
  }

  @Override
  public void forget(Instant staleBefore) {
    database
        .patient()
        .run(handle ->
            handle
                .createUpdate("delete from idempotency_keys where taken_at < :staleBefore")
                .bind("staleBefore", staleBefore)
                .execute());
  }

  private static <S extends SqlStatement<S>> S named(ScopedKey key, S statement) {
    return statement
        .bind("account", key.account().value())
        .bind("operation", key.operation())
        .bind("key", key.key());
  }
}
