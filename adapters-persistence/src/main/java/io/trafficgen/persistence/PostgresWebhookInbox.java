package io.trafficgen.persistence;

import io.trafficgen.application.port.InboxEntry;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.application.port.WebhookInbox;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.billing.EventState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * {@link WebhookInbox} in {@code webhook_events}. Events that arrive together are stored together.
 */
public final class PostgresWebhookInbox implements WebhookInbox {
  /** After this long without a word the claimer is taken for dead. */
  private static final Duration CLAIM = Duration.ofSeconds(20);

  private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);
  private static final Duration LONGEST_BACK_OFF = Duration.ofHours(1);
  private static final int LONGEST_REASON = 300;

  /** A week, by and large: a provider, or a key for it, may be away over a long weekend. */
  private static final int MOST_ATTEMPTS = 180;

  /** Whose rows one commit takes, and how many callers may wait with 64 KiB each. */
  private static final int TOGETHER = 128;

  private static final int AT_ONCE = 1024;
  private static final Comparator<WebhookEvent> BY_KEY =
      Comparator.comparing(WebhookEvent::provider).thenComparing(WebhookEvent::dedupeKey);

  private final PostgresDatabase database;
  private final GroupCommit<WebhookEvent, Boolean> arrivals;

  public PostgresWebhookInbox(PostgresDatabase database) {
    this.database = database;
    this.arrivals = new GroupCommit<>(this::insert, TOGETHER, AT_ONCE, ConnectionPools.PATIENCE);
  }

  @Override
  public boolean receive(WebhookEvent event) {
    return arrivals.commit(event);
  }

  /**
   * Whether each is new. Of two copies the first counts; all nodes take keys in the same order, so
   * that none waits for the other.
   */
  private List<Boolean> insert(List<WebhookEvent> events) {
    List<WebhookEvent> sorted = events.stream().sorted(BY_KEY).toList();
    Set<UUID> fresh = database.read(handle -> EventRows.insert(handle, sorted));
    return events.stream().map(event -> fresh.remove(event.id())).toList();
  }

  @Override
  public List<WebhookEvent> claim(Instant now, int most) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                with due as materialized (
                  select id from webhook_events
                  where state in ('received', 'processing', 'failed')
                    and next_attempt_at <= :now
                  order by received_at, id limit :most for update skip locked)
                update webhook_events e
                set state = 'processing', attempts = attempts + 1, next_attempt_at = :until
                from due where e.id = due.id
                returning e.id, e.provider, e.dedupe_key, e.body, e.received_at
                """)
            .bind("now", now)
            .bind("until", now.plus(CLAIM))
            .bind("most", most)
            .map((row, context) -> EventRows.event(row))
            .stream()
            .sorted(Comparator.comparing(WebhookEvent::receivedAt))
            .toList());
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
            .bind("reason", printable(reason))
            .execute());
  }

  @Override
  public void retry(UUID event, String reason, Optional<String> waitsFor, Instant now) {
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
              set state = :state, reason = :reason, next_attempt_at = :next,
                waits_for = :waitsFor
              where id = :id and state = 'processing'
              """)
          .bind("id", event)
          .bind("state", attempts >= MOST_ATTEMPTS ? "dead" : "failed")
          .bind("reason", printable(reason))
          .bind("next", now.plus(backOff(attempts)))
          .bind("waitsFor", waitsFor)
          .execute();
    });
  }

  @Override
  public boolean replay(UUID event, AuditEntry entry) {
    return database.inTransaction(handle -> {
      boolean replayed =
          handle
                  .createUpdate(
                      """
                      update webhook_events
                      set state = 'received', attempts = 0, next_attempt_at = :now
                      where id = :id and state in ('parked', 'dead')
                      """)
                  .bind("id", event)
                  .bind("now", entry.at())
                  .execute()
              == 1;
      if (replayed) {
        AuditRows.insert(handle, entry);
      }
      return replayed;
    });
  }

  @Override
  public Optional<InboxEntry> find(UUID event) {
    return database.read(handle ->
        handle
            .createQuery("select * from webhook_events where id = :id")
            .bind("id", event)
            .map(new EventRows())
            .findOne());
  }

  @Override
  public Page<InboxEntry> list(Optional<EventState> state, PageRequest request) {
    return database.read(handle ->
        Pages.of(
            handle
                .createQuery(
                    """
                    select * from webhook_events
                    where (cast(:state as varchar) is null or state = :state)
                      and (received_at, id) < (:at, :after)
                    order by received_at desc, id desc limit :rows
                    """)
                .bind("state", state.map(EventState::wireName)),
            request,
            new EventRows(),
            found -> new Position(found.event().receivedAt(), found.event().id())));
  }

  /** Strangers write parts of reasons, and a column takes no NUL. */
  private static String printable(String reason) {
    String clean = reason.replaceAll("\\p{Cntrl}", "?");
    return clean.substring(0, Math.min(clean.length(), LONGEST_REASON));
  }

  /** Doubles with every attempt. */
  private static Duration backOff(int attempts) {
    int doublings = Math.min(Math.max(attempts - 1, 0), 12);
    Duration wait = FIRST_BACK_OFF.multipliedBy(1L << doublings);
    return wait.compareTo(LONGEST_BACK_OFF) < 0 ? wait : LONGEST_BACK_OFF;
  }
}
