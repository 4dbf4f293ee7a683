package io.trafficgen.persistence;

import io.trafficgen.application.port.RunHealths;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.RunHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** {@link RunHealths} from {@code visits} and {@code hits}. */
public final class PostgresRunHealths implements RunHealths {
  private final PostgresDatabase database;

  public PostgresRunHealths(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public RunHealth of(ProjectId project, Instant since, int mostVisits, boolean timed) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                with last as materialized (
                  select id, reason, started_at from visits
                  where project_id = :project and started_at >= :since and ended_at >= :since
                    and (reason is null or reason not in ('stopped', 'killed', 'no-exit'))
                  order by ended_at desc, id desc limit :most)
                select count(*) as visits,
                  count(*) filter (where reason <> 'retry-after') as failed,
                  count(*) filter (where reason = 'retry-after') as waiting,
                  case when :timed then (
                    select percentile_disc(0.95) within group (order by duration_ms) from hits
                    where project_id = :project and ts >= (select min(started_at) from last)
                      and visit_id in (select id from last)) end as p95
                from last
                """)
            .bind("project", project.value())
            .bind("since", since)
            .bind("most", mostVisits)
            .bind("timed", timed)
            .map((row, context) -> {
              OptionalInt millis = Columns.optionalInt(row, "p95");
              return new RunHealth(
                  row.getInt("visits"),
                  row.getInt("failed"),
                  row.getInt("waiting"),
                  millis.isEmpty()
                      ? Optional.empty()
                      : Optional.of(Duration.ofMillis(millis.getAsInt())));
            })
            .one());
  }
}
