package io.trafficgen.application.fake;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@link WebhookInbox} in memory. */
public final class InMemoryWebhookInbox implements WebhookInbox {
  private static final Duration CLAIM = Duration.ofSeconds(20);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final int MAX_TRIES = 180;

  private final List<Entry> entries = new ArrayList<>();
  private final InMemoryAuditLog log;

  /** An inbox of which nobody keeps what operators do. */
  public InMemoryWebhookInbox() {
    this(new InMemoryAuditLog());
  }

  /**
   * @param log gets what operators do
   */
  public InMemoryWebhookInbox(InMemoryAuditLog log) {
    this.log = log;
  }

  private static final class Entry {
    final WebhookEvent event;
    Optional<Instant> due;
    EventState state = EventState.RECEIVED;
    Optional<String> reason = Optional.empty();
    int tries;

    Entry(WebhookEvent event) {
      this.event = event;
      this.due = Optional.of(event.receivedAt());
    }
  }

  /** Everything that was received, in its order. */
  public synchronized List<WebhookEvent> received() {
    return entries.stream().map(entry -> entry.event).toList();
  }

  @Override
  public synchronized boolean receive(WebhookEvent event) {
    boolean fresh =
        entries.stream()
            .noneMatch(entry ->
                entry.event.provider().equals(event.provider())
                    && entry.event.dedupeKey().equals(event.dedupeKey()));
    return fresh && entries.add(new Entry(event));
  }

  @Override
  public synchronized List<WebhookEvent> claim(Instant now, int most) {
    List<Entry> next =
        entries.stream()
            .filter(entry -> entry.due.filter(due -> !due.isAfter(now)).isPresent())
            .limit(most)
            .toList();
    for (Entry entry : next) {
      entry.due = Optional.of(now.plus(CLAIM));
      entry.state = EventState.PROCESSING;
      entry.tries++;
    }
    return next.stream().map(entry -> entry.event).toList();
  }

  @Override
  public synchronized void conclude(UUID event, Conclusion conclusion, String reason) {
    Entry entry = entry(event);
    entry.due = Optional.empty();
    entry.state = EventState.valueOf(conclusion.name());
    entry.reason = Optional.of(reason);
  }

  @Override
  public synchronized void retry(
      UUID event, String reason, Optional<String> waitsFor, Instant now) {
    Entry entry = entry(event);
    Duration doubled = Duration.ofSeconds(1L << Math.min(entry.tries - 1, 12));
    Duration wait = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    entry.due = entry.tries < MAX_TRIES ? Optional.of(now.plus(wait)) : Optional.empty();
    entry.state = entry.tries < MAX_TRIES ? EventState.FAILED : EventState.DEAD;
    entry.reason = Optional.of(reason);
  }

  @Override
  public synchronized boolean replay(UUID event, AuditEntry by) {
    Optional<Entry> stuck =
        entries.stream()
            .filter(entry -> entry.event.id().equals(event))
            .filter(entry -> entry.state == EventState.PARKED || entry.state == EventState.DEAD)
            .findAny();
    stuck.ifPresent(entry -> {
      entry.due = Optional.of(by.at());
      entry.state = EventState.RECEIVED;
      entry.tries = 0;
      log.append(by);
    });
    return stuck.isPresent();
  }

  @Override
  public synchronized Optional<InboxEntry> find(UUID event) {
    return entries.stream()
        .filter(entry -> entry.event.id().equals(event))
        .findAny()
        .map(InMemoryWebhookInbox::shown);
  }

  @Override
  public synchronized Page<InboxEntry> list(Optional<EventState> state, PageRequest request) {
    return NewestFirst.page(
        entries.stream()
            .filter(entry -> state.isEmpty() || state.get() == entry.state)
            .map(InMemoryWebhookInbox::shown),
        request,
        found -> new Position(found.event().receivedAt(), found.event().id()));
  }

  private static InboxEntry shown(Entry entry) {
    return new InboxEntry(
        entry.event,
        entry.state,
        entry.tries,
        entry.reason,
        entry.due.orElse(entry.event.receivedAt()));
  }

  private Entry entry(UUID event) {
    return entries.stream().filter(entry -> entry.event.id().equals(event)).findAny().orElseThrow();
  }
}
