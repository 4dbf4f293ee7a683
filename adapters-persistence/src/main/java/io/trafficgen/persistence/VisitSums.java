package io.trafficgen.persistence;

import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.domain.visit.Visit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Rows of {@code visit_days}, {@code visit_hours} and {@code visit_minutes}. A transaction writes
 * them by one statement, which goes through each table in the order of its key, and locks nothing
 * behind it that who writes others of them could wait for: so none waits for another in a circle.
 */
final class VisitSums {
  private VisitSums() {}

  /** Counts visits that were stored a moment ago, by the same transaction. */
  static void add(Handle handle, List<Visit> visits) {
    if (visits.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            """
            with ended as materialized (
              select v.project_id, g.day, to_timestamp(v.second) as ended_at, v.outcome,
                v.pages
              from unnest(:projects, :grants, :seconds, :outcomes, :pages)
                as v (project_id, grant_id, second, outcome, pages)
              join grants g on g.id = v.grant_id),
            days as (
              insert into visit_days as s (project_id, day, outcome, visits, pages)
              select project_id, day, outcome, count(*), sum(pages) from ended
              group by 1, 2, 3 order by 1, 2, 3
              on conflict (project_id, day, outcome) do update
              set visits = s.visits + excluded.visits, pages = s.pages + excluded.pages),
            hours as (
              insert into visit_hours as s (project_id, start, outcome, visits, pages)
              select project_id, date_trunc('hour', ended_at, 'UTC'), outcome, count(*), sum(pages)
              from ended group by 1, 2, 3 order by 1, 2, 3
              on conflict (project_id, start, outcome) do update
              set visits = s.visits + excluded.visits, pages = s.pages + excluded.pages)
            insert into visit_minutes as s (project_id, start, outcome, visits, pages)
            select project_id, date_trunc('minute', ended_at, 'UTC'), outcome, count(*), sum(pages)
            from ended group by 1, 2, 3 order by 1, 2, 3
            on conflict (project_id, start, outcome) do update
            set visits = s.visits + excluded.visits, pages = s.pages + excluded.pages
            """)
        .bindArray("projects", UUID.class, of(visits, visit -> visit.project().value()))
        .bindArray("grants", UUID.class, of(visits, visit -> visit.grant().value()))
        .bindArray("seconds", Long.class, of(visits, visit -> visit.endedAt().getEpochSecond()))
        .bindArray("outcomes", String.class, of(visits, VisitRows::outcome))
        .bindArray("pages", Integer.class, of(visits, Visit::pages))
        .execute();
  }

  /**
   * Counts visits as paid.
   *
   * @param charged of each grant, how many
   */
  static void charge(Handle handle, Map<GrantId, Integer> charged) {
    if (charged.isEmpty()) {
      return;
    }
    Map<UUID, Integer> counts = new TreeMap<>();
    charged.forEach((grant, count) -> counts.put(grant.value(), count));
    handle
        .createUpdate(
            """
            insert into visit_days as s (project_id, day, outcome, visits, pages, charged)
            select g.project_id, g.day, 'completed', 0, 0, sum(c.visits)
            from unnest(:grants, :counts) as c (grant_id, visits) join grants g on g.id = c.grant_id
            group by 1, 2 order by 1, 2
            on conflict (project_id, day, outcome) do update
            set charged = s.charged + excluded.charged
            """)
        .bindArray("grants", UUID.class, List.copyOf(counts.keySet()))
        .bindArray("counts", Integer.class, List.copyOf(counts.values()))
        .execute();
  }

  private static <T> List<T> of(List<Visit> visits, Function<Visit, T> part) {
    return visits.stream().map(part).toList();
  }
}
