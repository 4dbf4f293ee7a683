package io.trafficgen.persistence;

import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.application.port.WebhookInbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** {@link WebhookInbox} in {@code webhook_events}. */
public final class PostgresWebhookInbox implements WebhookInbox {
  /** After this long without a word the claimer is taken for dead. */
  private static final Duration CLAIM = Duration.ofSeconds(20);

  private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);
  private static final Duration LONGEST_BACK_OFF = Duration.ofHours(1);
  private static final int MOST_ATTEMPTS = 25;

  private final PostgresDatabase database;

  public PostgresWebhookInbox(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public boolean receive(WebhookEvent event) {
    return database.read(handle ->
        handle
                .createUpdate(
                    """
                    insert into webhook_events
                      (id, provider, dedupe_key, body, next_attempt_at, received_at)
                    values (:id, :provider, :key, :body, :receivedAt, :receivedAt)
                    on conflict (provider, dedupe_key) do nothing
                    """)
                .bind("id", event.id())
                .bind("provider", event.provider())
                .bind("key", event.dedupeKey())
                .bind("body", event.body())
                .bind("receivedAt", event.receivedAt())
                .execute()
            == 1);
  }

  @Override
  public Optional<WebhookEvent> claim(Instant now) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                with due as materialized (
                  select id from webhook_events
                  where state in ('received', 'processing', 'failed')
                    and next_attempt_at <= :now
                  order by received_at, id limit 1 for update skip locked)
                update webhook_events e
                set state = 'processing', attempts = attempts + 1, next_attempt_at = :until
                from due where e.id = due.id
                returning e.id, e.provider, e.dedupe_key, e.body, e.received_at
                """)
            .bind("now", now)
            .bind("until", now.plus(CLAIM))
            .map((row, context) ->
                new WebhookEvent(
                    Columns.uuid(row, "id"),
                    row.getString("provider"),
                    row.getString("dedupe_key"),
                    row.getBytes("body"),
                    Columns.instant(row, "received_at")))
            .findOne());
  }

  @Override
  public void conclude(UUID event, Conclusion conclusion, String reason) {
    database.run(handle ->
        handle
            .createUpdate(
                """
                update webhook_events set state = :state, reason = :reason
                where id = :id and state <> 'processed'
                """)
            .bind("id", event)
            .bind("state", conclusion.name().toLowerCase(Locale.ROOT))
            .bind("reason", reason)
            .execute());
  }

  @Override
  public void retry(UUID event, String reason, Instant now) {
    database.run(handle -> {
      int attempts =
          handle
              .createQuery("select attempts from webhook_events where id = :id for no key update")
              .bind("id", event)
              .mapTo(Integer.class)
              .one();
      handle
          .createUpdate(
              """
              update webhook_events
              set state = :state, reason = :reason, next_attempt_at = :next
              where id = :id and state = 'processing'
              """)
          .bind("id", event)
          .bind("state", attempts >= MOST_ATTEMPTS ? "dead" : "failed")
          .bind("reason", reason)
          .bind("next", now.plus(backOff(attempts)))
          .execute();
    });
  }

  /** Doubles with every attempt. */
  private static Duration backOff(int attempts) {
    int doublings = Math.min(Math.max(attempts - 1, 0), 12);
    Duration wait = FIRST_BACK_OFF.multipliedBy(1L << doublings);
    return wait.compareTo(LONGEST_BACK_OFF) < 0 ? wait : LONGEST_BACK_OFF;
  }
}
