package io.trafficgen.persistence;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads and writes rows of {@code audit_log}; written in the transaction of the change. */
final class AuditRows implements RowMapper<AuditEntry> {
  static void insert(Handle handle, AuditEntry entry) {
    handle
        .createUpdate(
            """
            insert into audit_log (id, at, actor, address, action, subject, detail)
            values (:id, :at, :actor, :address, :action, :subject, :detail)
            """)
        .bind("id", entry.id())
        .bind("at", entry.at())
        .bind("actor", entry.actor().account().map(AccountId::value))
        .bind("address", entry.actor().address())
        .bind("action", entry.action().wireName())
        .bind("subject", entry.subject())
        .bind("detail", entry.detail())
        .execute();
  }

  @Override
  public AuditEntry map(ResultSet row, StatementContext context) throws SQLException {
    return new AuditEntry(
        Columns.uuid(row, "id"),
        Columns.instant(row, "at"),
        new Actor(
            Columns.optionalUuid(row, "actor").map(AccountId::new),
            Columns.optionalText(row, "address")),
        AuditAction.ofWireName(row.getString("action")),
        row.getString("subject"),
        row.getString("detail"));
  }
}
