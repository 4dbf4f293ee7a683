package io.trafficgen.application.port;

import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.billing.EventState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Verified events of payment providers, stored before they are answered. */
public interface WebhookInbox {
  /** Stores an event once for each provider and dedupe key; false if it was there. */
  boolean receive(WebhookEvent event);

  /**
   * Claims events that are due, oldest first; an event is with one claimer at a time, and is due
   * again if the claimer is not heard of.
   */
  List<WebhookEvent> claim(Instant now, int most);

  /** Ends an event, unless it is processed already. */
  void conclude(UUID event, Conclusion conclusion, String reason);

  /**
   * Makes a claimed event due again, later; after too many tries it is dead.
   *
   * @param waitsFor the provider's identity of a payment that, once booked, makes it due at once
   */
  void retry(UUID event, String reason, Optional<String> waitsFor, Instant now);

  /**
   * Makes a parked or dead event due again, at the time of the entry.
   *
   * @return false if it is neither; nothing is changed or entered then
   */
  boolean replay(UUID event, AuditEntry entry);

  Optional<InboxEntry> find(UUID event);

  /**
   * @param state empty for all
   */
  Page<InboxEntry> list(Optional<EventState> state, PageRequest request);

  /** How an event ended: without a change of money in the same step. */
  enum Conclusion {
    /** Its money was booked by another delivery. */
    PROCESSED,
    /** Nothing to do. */
    IGNORED,
    /** Kept for an operator. */
    PARKED
  }
}
