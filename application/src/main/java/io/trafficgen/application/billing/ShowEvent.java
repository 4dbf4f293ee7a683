package io.trafficgen.application.billing;

import io.trafficgen.application.port.InboxEntry;
import io.trafficgen.application.port.WebhookInbox;
import java.util.Optional;
import java.util.UUID;

/** Shows admins an event of a payment provider, and what became of it. */
public final class ShowEvent {
  private final WebhookInbox inbox;

  public ShowEvent(WebhookInbox inbox) {
    this.inbox = inbox;
  }

  /** Empty if there is no such event. */
  public Optional<InboxEntry> show(UUID event) {
    return inbox.find(event);
  }
}
