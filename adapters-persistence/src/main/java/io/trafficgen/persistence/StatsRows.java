package io.trafficgen.persistence;

import io.trafficgen.application.port.HitStore.StatsRequest;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.ProjectStats;
import io.trafficgen.domain.visit.ProjectStats.Bucket;
import io.trafficgen.domain.visit.ProjectStats.Counts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Counts of a project's visits, from sums: what they cost does not grow with the visits. */
final class StatsRows {
  private static final String SPANS =
      """
      select %1$s as start, sum(visits) filter (where outcome = 'completed') as completed,
        sum(visits) filter (where outcome <> 'completed') as failed, sum(pages) as pages
      from %2$s where project_id = :project group by %1$s order by %1$s desc limit :most
      """;

  private StatsRows() {}

  static ProjectStats read(Handle handle, ProjectId project, StatsRequest request) {
    return new ProjectStats(
        counts(handle, project, request, "true"),
        counts(handle, project, request, "day = :day"),
        failures(handle, project),
        series(handle, project, request));
  }

  /**
   * @param days which of them count
   */
  private static Counts counts(
      Handle handle, ProjectId project, StatsRequest request, String days) {
    return handle
        .createQuery(
            """
            select s.*, d.dropped,
              d.used + (select coalesce(sum(started), 0) from grants
                where project_id = :project and state = 'leased' and %1$s) as started
            from (select sum(visits) filter (where outcome = 'completed') as completed,
                sum(visits) filter (where outcome <> 'completed') as failed,
                sum(charged) as billed
              from visit_days where project_id = :project and %1$s) s,
              (select coalesce(sum(used), 0) as used, coalesce(sum(dropped), 0) as dropped
              from project_days where project_id = :project and %1$s) d
            """
                .formatted(days))
        .bind("project", project.value())
        .bind("day", request.today())
        .map((row, context) ->
            new Counts(
                row.getLong("started"),
                row.getLong("completed"),
                row.getLong("failed"),
                row.getLong("dropped"),
                row.getLong("billed")))
        .one();
  }

  private static Map<FailureReason, Long> failures(Handle handle, ProjectId project) {
    return handle
        .createQuery(
            """
            select outcome, sum(visits) as visits from visit_days
            where project_id = :project and outcome <> 'completed' group by outcome
            """)
        .bind("project", project.value())
        .map((row, context) ->
            Map.entry(FailureReason.ofWireName(row.getString("outcome")), row.getLong("visits")))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<Bucket> series(Handle handle, ProjectId project, StatsRequest request) {
    String query =
        switch (request.by()) {
          case MINUTE -> SPANS.formatted("start", "visit_minutes");
          case HOUR -> SPANS.formatted("start", "visit_hours");
          case DAY -> SPANS.formatted("day", "visit_days");
        };
    return handle
        .createQuery(query)
        .bind("project", project.value())
        .bind("most", request.by().most())
        .map((row, context) ->
            new Bucket(
                start(row, request),
                row.getLong("completed"),
                row.getLong("failed"),
                row.getLong("pages")))
        .list()
        .reversed();
  }

  private static Instant start(ResultSet row, StatsRequest request) throws SQLException {
    return request.by() == ProjectStats.Step.DAY
        ? Columns.date(row, "start").atStartOfDay(request.zone()).toInstant()
        : Columns.instant(row, "start");
  }
}
