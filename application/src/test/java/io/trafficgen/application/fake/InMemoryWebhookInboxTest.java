package io.trafficgen.application.fake;

import io.trafficgen.application.contract.WebhookInboxContract;

class InMemoryWebhookInboxTest implements WebhookInboxContract {
  private final InMemoryWebhookInbox inbox = new InMemoryWebhookInbox();

  @Override
  public InMemoryWebhookInbox inbox() {
    return inbox;
  }
}
