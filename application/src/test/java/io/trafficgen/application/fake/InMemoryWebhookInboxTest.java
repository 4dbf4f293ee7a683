package io.trafficgen.application.fake;

import io.trafficgen.application.contract.WebhookInboxContract;

class InMemoryWebhookInboxTest implements WebhookInboxContract {
  private final InMemoryAuditLog auditLog = new InMemoryAuditLog();
  private final InMemoryWebhookInbox inbox = new InMemoryWebhookInbox(auditLog);

  @Override
  public InMemoryAuditLog auditLog() {
    return auditLog;
  }

  @Override
  public InMemoryWebhookInbox inbox() {
    return inbox;
  }
}
