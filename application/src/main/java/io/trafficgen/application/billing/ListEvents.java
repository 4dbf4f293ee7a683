package io.trafficgen.application.billing;

import io.trafficgen.application.port.InboxEntry;
import io.trafficgen.application.port.WebhookInbox;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.billing.EventState;
import java.util.Optional;

/** Shows admins what payment providers delivered, newest first. */
public final class ListEvents {
  private final WebhookInbox inbox;

  public ListEvents(WebhookInbox inbox) {
    this.inbox = inbox;
  }

  /**
   * @param state empty for all
   */
  public Page<InboxEntry> list(Optional<EventState> state, PageRequest request) {
    return inbox.list(state, request);
  }
}
