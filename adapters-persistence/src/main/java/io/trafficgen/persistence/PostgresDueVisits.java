package io.trafficgen.persistence;

import io.trafficgen.application.port.DueVisits;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.DueSpan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** {@link DueVisits} in {@code projects} and {@code project_days}. */
public final class PostgresDueVisits implements DueVisits {
  private final PostgresDatabase database;

  public PostgresDueVisits(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public Optional<Instant> countedUntil(ProjectId project) {
    return database.read(handle ->
        handle
            .createQuery("select due_counted_until from projects where id = :project")
            .bind("project", project.value())
            .map((row, context) -> Columns.optionalInstant(row, "due_counted_until"))
            .findOne()
            .flatMap(until -> until));
  }

  @Override
  public void count(ProjectId project, Optional<Instant> from, Instant until, List<DueSpan> spans) {
    database.run(handle -> {
      int taken =
          handle
              .createUpdate(
                  """
                  update projects set due_counted_until = :until
                  where id = :project and due_counted_until is not distinct from :from
                  """)
              .bind("project", project.value())
              .bind("from", from)
              .bind("until", until)
              .execute();
      if (taken == 1) {
        spans.stream()
            .filter(span -> span.visits() > 0)
            .forEach(span -> add(handle, project, span));
      }
    });
  }

  /** Visits that were granted and did not start are counted when their grant ends. */
  private static void add(Handle handle, ProjectId project, DueSpan span) {
    handle
        .createUpdate(
            """
            insert into project_days as d (project_id, day, day_limit, dropped)
            select p.id, :day, p.daily_limit, missed.visits
            from projects p, lateral (
              select greatest(0, :due - coalesce(sum(n), 0)) as visits from grants
              where project_id = p.id and starts_at >= :from and starts_at < :to) missed
            where p.id = :project and missed.visits > 0
            on conflict (project_id, day) do update set dropped = d.dropped + least(
              excluded.dropped,
              case when d.day_limit = 0 then excluded.dropped
                else greatest(0, d.day_limit - d.used - d.reserved) end)
            """)
        .bind("project", project.value())
        .bind("day", span.day())
        .bind("due", span.visits())
        .bind("from", span.from())
        .bind("to", span.to())
        .execute();
  }
}
