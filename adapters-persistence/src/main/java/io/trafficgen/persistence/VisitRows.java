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
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of {@code visits}. */
final class VisitRows implements RowMapper<Receipt> {
  private static final String COMPLETED = "completed";

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
   * Writes them; none may be there already.
   *
   * @param node number of the node that stores them
   */
  static void copy(Handle handle, Collection<Visit> visits, int node) {
    if (visits.isEmpty()) {
      return;
    }
    CopyRows rows = new CopyRows(12);
    for (Visit visit : visits) {
      rows.row()
          .add(visit.id().value())
          .add(visit.grant().value())
          .add(visit.number())
          .add(visit.project().value())
          .add(visit.account().value())
          .add(visit.outcome().isCompleted() ? COMPLETED : "failed")
          .add(reason(visit.outcome()))
          .add(visit.pages())
          .add(visit.startedAt())
          .add(visit.endedAt())
          .add(visit.duration().toMillis())
          .add(node);
    }
    rows.copy(
        handle,
        """
        visits (id, grant_id, number, project_id, user_id, outcome, reason, pages, started_at,
          ended_at, duration_ms, node)
        """);
  }

  /** Those of the visits that are there. */
  static Set<UUID> stored(Handle handle, Collection<Visit> visits) {
    return handle
        .createQuery("select id from visits where id = any (:ids)")
        .bindArray("ids", UUID.class, visits.stream().map(visit -> visit.id().value()).toList())
        .mapTo(UUID.class)
        .set();
  }

  /** How it ended, as sums tell it apart: {@code completed}, or why it failed. */
  static String outcome(Visit visit) {
    return reason(visit.outcome()).orElse(COMPLETED);
  }

  private static Optional<String> reason(VisitOutcome outcome) {
    return switch (outcome) {
      case VisitOutcome.Completed completed -> Optional.empty();
      case VisitOutcome.Failed failed -> Optional.of(failed.reason().wireName());
    };
  }
}
