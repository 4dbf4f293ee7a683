package io.trafficgen.web.shape;

import io.trafficgen.application.port.InboxEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A delivery of a payment provider, and what became of it. */
public record EventJson(
    UUID id,
    String provider,
    String dedupeKey,
    String state,
    int attempts,
    Optional<String> reason,
    Instant receivedAt,
    Optional<Instant> nextAttemptAt) {
  public static EventJson of(InboxEntry entry) {
    return new EventJson(
        entry.event().id(),
        entry.event().provider(),
        entry.event().dedupeKey(),
        entry.state().wireName(),
        entry.attempts(),
        entry.reason(),
        entry.event().receivedAt(),
        Optional.of(entry.nextAttemptAt()).filter(next -> entry.state().isOpen()));
  }
}
