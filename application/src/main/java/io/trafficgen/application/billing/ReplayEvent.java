package io.trafficgen.application.billing;

import io.trafficgen.application.ConflictException;
import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.InboxEntry;
import io.trafficgen.application.port.WebhookInbox;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import java.util.Optional;
import java.util.UUID;

/** Has an event worked off anew that was given up or left to an operator. */
public final class ReplayEvent {
  private final WebhookInbox inbox;
  private final Runnable received;
  private final AuditTrail trail;

  /**
   * @param received told after it, so that the event is booked at once
   */
  public ReplayEvent(WebhookInbox inbox, Runnable received, AuditTrail trail) {
    this.inbox = inbox;
    this.received = received;
    this.trail = trail;
  }

  /**
   * Makes the event due.
   *
   * @return the event; empty if there is none
   * @throws ConflictException if it is neither parked nor dead
   */
  public Optional<InboxEntry> replay(UUID event, Actor actor) {
    Optional<InboxEntry> found = inbox.find(event);
    if (found.isEmpty()) {
      return found;
    }
    String was = found.get().state().wireName();
    if (!inbox.replay(
        event, trail.entry(actor, AuditAction.EVENT_REPLAYED, "event:" + event, "was " + was))) {
      throw new ConflictException("the event is " + was + ", neither parked nor dead");
    }
    received.run();
    return inbox.find(event);
  }
}
