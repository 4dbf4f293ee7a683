package io.trafficgen.application.port;

import io.trafficgen.domain.billing.EventState;
import java.time.Instant;
import java.util.Optional;

/**
 * An event and what became of it.
 *
 * @param reason why it is where it is
 */
public record InboxEntry(
    WebhookEvent event,
    EventState state,
    int attempts,
    Optional<String> reason,
    Instant nextAttemptAt) {}
