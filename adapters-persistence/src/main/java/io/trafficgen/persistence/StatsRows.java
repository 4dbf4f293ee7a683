package io.trafficgen.persistence;

import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.ProjectStats.Bucket;
import io.trafficgen.domain.visit.ProjectStats.Counts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Counts of a project's visits. */
final class StatsRows {
  /** A week of hours. */
  private static final int MOST_BUCKETS = 168;

  private StatsRows() {}

  static Counts totals(Handle handle, ProjectId project) {
    return handle
        .createQuery(
            """
            select s.*, d.dropped,
              d.used + (select coalesce(sum(started), 0) from grants
                where project_id = :project and state = 'leased') as started
            from (select count(*) filter (where outcome = 'completed') as completed,
                count(*) filter (where outcome = 'failed') as failed,
                count(*) filter (where charged) as billed
              from visits where project_id = :project) s,
              (select coalesce(sum(used), 0) as used, coalesce(sum(dropped), 0) as dropped
              from project_days where project_id = :project) d
            """)
        .bind("project", project.value())
        .map(StatsRows::counts)
        .one();
  }

  /**
   * @param day in the project's zone
   */
  static Counts of(Handle handle, ProjectId project, LocalDate day) {
    return handle
        .createQuery(
            """
            select s.*, d.dropped,
              d.used + (select coalesce(sum(started), 0) from grants
                where project_id = :project and state = 'leased' and day = :day) as started
            from (select count(*) filter (where outcome = 'completed') as completed,
                count(*) filter (where outcome = 'failed') as failed,
                count(*) filter (where charged) as billed
              from visits v join grants g on g.id = v.grant_id
              where g.project_id = :project and g.day = :day) s,
              (select coalesce(sum(used), 0) as used, coalesce(sum(dropped), 0) as dropped
              from project_days where project_id = :project and day = :day) d
            """)
        .bind("project", project.value())
        .bind("day", day)
        .map(StatsRows::counts)
        .one();
  }

  private static Counts counts(ResultSet row, StatementContext context) throws SQLException {
    return new Counts(
        row.getLong("started"),
        row.getLong("completed"),
        row.getLong("failed"),
        row.getLong("dropped"),
        row.getLong("billed"));
  }

  /** Hours in which visits ended, in their order; the latest week of them. */
  static List<Bucket> series(Handle handle, ProjectId project) {
    List<Bucket> latest =
        handle
            .createQuery(
                """
                select date_trunc('hour', ended_at, 'UTC') as bucket,
                  count(*) filter (where outcome = 'completed') as completed,
                  count(*) filter (where outcome = 'failed') as failed
                from visits where project_id = :project
                group by bucket order by bucket desc limit :most
                """)
            .bind("project", project.value())
            .bind("most", MOST_BUCKETS)
            .map((row, context) ->
                new Bucket(
                    Columns.instant(row, "bucket"),
                    row.getLong("completed"),
                    row.getLong("failed")))
            .list();
    return latest.reversed();
  }
}
