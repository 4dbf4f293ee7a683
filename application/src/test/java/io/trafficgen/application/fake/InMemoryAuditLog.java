package io.trafficgen.application.fake;

import io.trafficgen.application.port.AuditLog;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.audit.AuditEntry;
import java.util.ArrayList;
import java.util.List;

/** {@link AuditLog} in memory. */
public final class InMemoryAuditLog implements AuditLog {
  private final List<AuditEntry> entries = new ArrayList<>();

  @Override
  public synchronized void append(AuditEntry entry) {
    entries.add(entry);
  }

  @Override
  public synchronized Page<AuditEntry> list(PageRequest request) {
    return NewestFirst.page(
        entries.stream(), request, entry -> new Position(entry.at(), entry.id()));
  }
}
