package io.trafficgen.persistence;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.domain.visit.Receipt;
import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitId;
import io.trafficgen.domain.visit.VisitOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of {@code visits}. */
final class VisitRows implements RowMapper<Receipt> {
  @Override
  public Receipt map(ResultSet row, StatementContext context) throws SQLException {
    return new Receipt(
        new Visit(
            new VisitId(Columns.uuid(row, "id")),
            new GrantId(Columns.uuid(row, "grant_id")),
            row.getInt("number"),
            new ProjectId(Columns.uuid(row, "project_id")),
            new AccountId(Columns.uuid(row, "user_id")),
            Columns.optionalText(row, "reason")
                .<VisitOutcome>map(
                    reason -> new VisitOutcome.Failed(FailureReason.ofWireName(reason)))
                .orElseGet(VisitOutcome.Completed::new),
            row.getInt("pages"),
            Columns.instant(row, "started_at"),
            Duration.ofMillis(row.getLong("duration_ms"))),
        row.getBoolean("charged"));
  }

  /**
   * @param node number of the node that stores them
   */
  static void insert(Handle handle, List<Visit> visits, int node) {
    if (visits.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into visits (id, grant_id, number, project_id, user_id, outcome, reason, pages,
              started_at, ended_at, duration_ms, node)
            values (:id, :grant, :number, :project, :account, :outcome, :reason, :pages,
              :startedAt, :endedAt, :duration, :node)
            on conflict do nothing
            """);
    for (Visit visit : visits) {
      batch
          .bind("id", visit.id().value())
          .bind("grant", visit.grant().value())
          .bind("number", visit.number())
          .bind("project", visit.project().value())
          .bind("account", visit.account().value())
          .bind("outcome", visit.outcome().isCompleted() ? "completed" : "failed")
          .bind("reason", reason(visit.outcome()))
          .bind("pages", visit.pages())
          .bind("startedAt", visit.startedAt())
          .bind("endedAt", visit.endedAt())
          .bind("duration", visit.duration().toMillis())
          .bind("node", node)
          .add();
    }
    batch.execute();
  }

  private static Optional<String> reason(VisitOutcome outcome) {
    return switch (outcome) {
      case VisitOutcome.Completed completed -> Optional.empty();
      case VisitOutcome.Failed failed -> Optional.of(failed.reason().wireName());
    };
  }
}
