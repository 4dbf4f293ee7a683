package io.trafficgen.persistence;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.ProjectStatus;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.settings.SettingsDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads rows of {@code projects}. */
final class ProjectRows implements RowMapper<Project> {
  /** The owner's project, locked against every other change. */
  static Optional<Project> lock(Handle handle, AccountId owner, ProjectId id) {
    return find(handle, owner, id, "for no key update");
  }

  static Optional<Project> find(Handle handle, AccountId owner, ProjectId id, String lock) {
    return handle
        .createQuery(
            "select * from projects where id = :id and user_id = :owner and removed_at is null "
                + lock)
        .bind("id", id.value())
        .bind("owner", owner.value())
        .map(new ProjectRows())
        .findOne();
  }

  @Override
  public Project map(ResultSet row, StatementContext context) throws SQLException {
    return new Project(
        new ProjectId(Columns.uuid(row, "id")),
        new AccountId(Columns.uuid(row, "user_id")),
        row.getString("name"),
        ProjectStatus.ofWireName(row.getString("status")),
        StatusReason.ofWireName(row.getString("status_reason")),
        row.getString("plan_type"),
        new VisitLimits(
            row.getInt("daily_limit"),
            row.getInt("total_target"),
            Columns.optionalInstant(row, "expires_at")),
        SettingsDocument.parse(row.getString("settings_raw")),
        row.getLong("epoch"),
        Columns.optionalInstant(row, "started_at"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "armed_at"));
  }
}
