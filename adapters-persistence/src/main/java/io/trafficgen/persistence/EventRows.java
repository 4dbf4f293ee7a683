package io.trafficgen.persistence;

import io.trafficgen.application.port.InboxEntry;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.domain.billing.EventState;
import io.trafficgen.domain.billing.Payment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of {@code webhook_events}, changed together with the money that they tell of. */
final class EventRows implements RowMapper<InboxEntry> {
  @Override
  public InboxEntry map(ResultSet row, StatementContext context) throws SQLException {
    return new InboxEntry(
        event(row),
        EventState.ofWireName(row.getString("state")),
        row.getInt("attempts"),
        Columns.optionalText(row, "reason"),
        Columns.instant(row, "next_attempt_at"));
  }

  static WebhookEvent event(ResultSet row) throws SQLException {
    return new WebhookEvent(
        Columns.uuid(row, "id"),
        row.getString("provider"),
        row.getString("dedupe_key"),
        row.getBytes("body"),
        Columns.instant(row, "received_at"));
  }

  /** Stores those that are new, and says which. */
  static Set<UUID> insert(Handle handle, List<WebhookEvent> sorted) {
    return handle
        .createQuery(
            """
            insert into webhook_events
              (id, provider, dedupe_key, body, next_attempt_at, received_at)
            select id, provider, key, body, received_at, received_at
            from unnest(:ids, :providers, :keys, :bodies, :times)
              as event (id, provider, key, body, received_at)
            on conflict (provider, dedupe_key) do nothing
            returning id
            """)
        .bindArray("ids", UUID.class, Columns.of(sorted, WebhookEvent::id))
        .bindArray("providers", String.class, Columns.of(sorted, WebhookEvent::provider))
        .bindArray("keys", String.class, Columns.of(sorted, WebhookEvent::dedupeKey))
        .bind("bodies", Columns.bytes(Columns.of(sorted, WebhookEvent::body)))
        .bindArray("times", Instant.class, Columns.of(sorted, WebhookEvent::receivedAt))
        .mapTo(UUID.class)
        .set();
  }

  /** Their money is booked. */
  static void process(Handle handle, List<UUID> events) {
    handle
        .createUpdate(
            """
            update webhook_events set state = 'processed', reason = null where id = any (:ids)
            """)
        .bindArray("ids", UUID.class, events)
        .execute();
  }

  static void park(Handle handle, UUID event, String reason) {
    handle
        .createUpdate("update webhook_events set state = 'parked', reason = :reason where id = :id")
        .bind("id", event)
        .bind("reason", reason)
        .execute();
  }

  /** Makes events due that waited for these payments. */
  static void wake(Handle handle, List<Payment> payments) {
    handle
        .createUpdate(
            """
            update webhook_events e set state = 'failed', next_attempt_at = e.received_at
            from unnest(:providers, :payments) as booked (provider, payment)
            where e.provider = booked.provider and e.waits_for = booked.payment
              and e.state in ('failed', 'dead')
            """)
        .bindArray("providers", String.class, Columns.of(payments, Payment::provider))
        .bindArray("payments", String.class, Columns.of(payments, Payment::id))
        .execute();
  }
}
