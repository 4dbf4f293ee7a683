package io.trafficgen.application.port;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Verified events of payment providers, stored before they are answered. */
public interface WebhookInbox {
  /** Stores an event once for each provider and dedupe key; false if it was there. */
  boolean receive(WebhookEvent event);

  /**
   * Claims one event that is due, oldest first; an event is with one claimer at a time, and is due
   * again if the claimer is not heard of.
   */
  Optional<WebhookEvent> claim(Instant now);

  /** Ends an event that changed no money. */
  void conclude(UUID event, Conclusion conclusion, String reason);

  /** Makes a claimed event due again, later; after too many tries it is dead. */
  void retry(UUID event, String reason, Instant now);

  /** How an event ended without a credit: nothing to do, or kept for an operator. */
  enum Conclusion {
    IGNORED,
    PARKED
  }
}
