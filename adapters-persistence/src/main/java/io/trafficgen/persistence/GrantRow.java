package io.trafficgen.persistence;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.domain.visit.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Rows of the table of grants. */
final class GrantRow {
  private GrantRow() {}

  static Grant of(ResultSet row) throws SQLException {
    return new Grant(
        new GrantId(Columns.uuid(row, "id")),
        new ProjectId(Columns.uuid(row, "project_id")),
        row.getLong("project_epoch"),
        new AccountId(Columns.uuid(row, "user_id")),
        Host.parse(row.getString("host")),
        row.getString("region"),
        Columns.date(row, "day"),
        row.getInt("n"),
        new Window(Columns.instant(row, "starts_at"), Columns.instant(row, "ends_at")),
        row.getBoolean("spread"));
  }

  /** Unlocked: for what never changes in a grant. */
  static Optional<Grant> find(Handle handle, UUID id) {
    return handle
        .createQuery("select * from grants where id = :id")
        .bind("id", id)
        .map((row, context) -> of(row))
        .findOne();
  }

  /**
   * @param chunk how far the first watermark goes
   */
  static void insert(Handle handle, Grant grant, int chunk) {
    handle
        .createUpdate(
            """
            insert into grants (id, project_id, project_epoch, user_id, host, region, day, n,
              starts_at, ends_at, spread, chunk)
            values (:id, :project, :epoch, :account, :host, :region, :day, :n, :startsAt, :endsAt,
              :spread, :chunk)
            """)
        .bind("id", grant.id().value())
        .bind("project", grant.project().value())
        .bind("epoch", grant.projectEpoch())
        .bind("account", grant.account().value())
        .bind("host", grant.host().toString())
        .bind("region", grant.region())
        .bind("day", grant.day())
        .bind("n", grant.n())
        .bind("startsAt", grant.window().start())
        .bind("endsAt", grant.window().end())
        .bind("spread", grant.spread())
        .bind("chunk", chunk)
        .execute();
  }
}
