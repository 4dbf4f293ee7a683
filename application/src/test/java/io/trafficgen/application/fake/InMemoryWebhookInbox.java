package io.trafficgen.application.fake;

import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.application.port.WebhookInbox;
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
  private static final int MAX_TRIES = 25;

  private final List<Entry> entries = new ArrayList<>();

  private static final class Entry {
    final WebhookEvent event;
    Optional<Instant> due;
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
  public synchronized Optional<WebhookEvent> claim(Instant now) {
    Optional<Entry> next =
        entries.stream()
            .filter(entry -> entry.due.filter(due -> !due.isAfter(now)).isPresent())
            .findFirst();
    next.ifPresent(entry -> {
      entry.due = Optional.of(now.plus(CLAIM));
      entry.tries++;
    });
    return next.map(entry -> entry.event);
  }

  @Override
  public synchronized void conclude(UUID event, Conclusion conclusion, String reason) {
    entry(event).due = Optional.empty();
  }

  @Override
  public synchronized void retry(UUID event, String reason, Instant now) {
    Entry entry = entry(event);
    Duration doubled = Duration.ofSeconds(1L << (entry.tries - 1));
    Duration wait = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    entry.due = entry.tries < MAX_TRIES ? Optional.of(now.plus(wait)) : Optional.empty();
  }

  private Entry entry(UUID event) {
    return entries.stream().filter(entry -> entry.event.id().equals(event)).findAny().orElseThrow();
  }
}
