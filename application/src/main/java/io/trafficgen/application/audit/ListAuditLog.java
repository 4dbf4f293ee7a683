package io.trafficgen.application.audit;

import io.trafficgen.application.port.AuditLog;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.audit.AuditEntry;

/** Shows admins what was done, newest first. */
public final class ListAuditLog {
  private final AuditLog log;

  public ListAuditLog(AuditLog log) {
    this.log = log;
  }

  public Page<AuditEntry> list(PageRequest request) {
    return log.list(request);
  }
}
