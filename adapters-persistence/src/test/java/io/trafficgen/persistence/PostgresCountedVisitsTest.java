package io.trafficgen.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.contract.CountedVisitsContract;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class PostgresCountedVisitsTest extends PostgresPorts implements CountedVisitsContract {
  private static final List<String> TABLES = List.of("visit_days", "visit_hours", "visit_minutes");

  @Test
  void visits_from_before_there_were_sums_are_counted_as_others_are() {
    String migration = NamedQueries.text("migration/V12__sums_of_visits.sql");
    List<List<Map<String, Object>>> both =
        database()
            .read(handle -> {
              handle.begin();
              try {
                handle.execute("set local session_replication_role = replica");
                List<Visit> visits = visits(handle);
                new VisitBatch(List.of(), visits).write(handle, 0);
                charge(handle, visits.getFirst().grant());
                List<Map<String, Object>> counted = sums(handle);
                TABLES.forEach(table -> handle.execute("delete from " + table));
                handle
                    .createScript(migration.substring(migration.indexOf("\ninsert into")))
                    .execute();
                return List.of(counted, sums(handle));
              } finally {
                handle.rollback();
              }
            });
    assertThat(both.get(1)).isEqualTo(both.get(0)).hasSizeGreaterThan(TABLES.size());
    assertThat(both.get(1)).anyMatch(sum -> (long) sum.get("charged") > 0);
  }

  /** Some of the grant's visits, as by {@link Charge}. */
  private static void charge(Handle handle, GrantId grant) {
    int charged =
        handle
            .createUpdate(
                """
                update visits set charged = true
                where grant_id = :grant and outcome = 'completed' and number < 20
                """)
            .bind("grant", grant.value())
            .execute();
    VisitSums.charge(handle, Map.of(grant, charged));
  }

  /** An hour and a half of them, some failed, of a grant that is nobody's. */
  private static List<Visit> visits(Handle handle) {
    GrantId grant = new GrantId(Fixtures.uuid());
    ProjectId project = new ProjectId(Fixtures.uuid());
    AccountId account = new AccountId(Fixtures.uuid());
    handle
        .createUpdate(
            """
            insert into grants (id, project_id, project_epoch, user_id, host, region, day, n,
              starts_at, ends_at, spread, chunk)
            values (:id, :project, 0, :account, 'shop.example', 'any', date '2026-02-28', 30,
              now(), now() + interval '1 minute', true, 1)
            """)
        .bind("id", grant.value())
        .bind("project", project.value())
        .bind("account", account.value())
        .execute();
    return IntStream.rangeClosed(1, 30)
        .mapToObj(number ->
            new Visit(
                grant.visit(number),
                grant,
                number,
                project,
                account,
                number % 3 == 0
                    ? new VisitOutcome.Failed(FailureReason.TIMEOUT)
                    : new VisitOutcome.Completed(),
                number % 4,
                Fixtures.NOW.plus(Duration.ofMinutes(number * 3L)),
                Duration.ofSeconds(number)))
        .toList();
  }

  private static List<Map<String, Object>> sums(Handle handle) {
    return handle
        .createQuery(
            """
            select 'day' as step, project_id, cast(day as text) as start, outcome, visits, pages,
              charged
            from visit_days
            union all select 'hour', project_id, cast(start as text), outcome, visits, pages, 0
            from visit_hours
            union all select 'minute', project_id, cast(start as text), outcome, visits, pages, 0
            from visit_minutes
            order by 1, 2, 3, 4
            """)
        .mapToMap()
        .list();
  }
}
