package io.trafficgen.persistence;

import io.trafficgen.application.port.AuditLog;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.audit.AuditEntry;

/** {@link AuditLog} in {@code audit_log}, which refuses every change of a row. */
public final class PostgresAuditLog implements AuditLog {
  private static final AuditRows ROWS = new AuditRows();

  private final PostgresDatabase database;

  public PostgresAuditLog(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public void append(AuditEntry entry) {
    database.run(handle -> AuditRows.insert(handle, entry));
  }

  @Override
  public Page<AuditEntry> list(PageRequest request) {
    return database.read(handle ->
        Pages.of(
            handle.createQuery(
                """
                select * from audit_log where (at, id) < (:at, :after)
                order by at desc, id desc limit :rows
                """),
            request,
            ROWS,
            found -> new Position(found.at(), found.id())));
  }
}
