package io.trafficgen.application.port;

import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.audit.AuditEntry;

/** What was done; entries stay as they were written. Most are written beside their change. */
public interface AuditLog {
  /** Writes an entry about something that changed nothing of ours. */
  void append(AuditEntry entry);

  Page<AuditEntry> list(PageRequest request);
}
