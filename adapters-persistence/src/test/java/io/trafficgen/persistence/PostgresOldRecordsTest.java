package io.trafficgen.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.contract.OldRecordsContract;
import io.trafficgen.application.port.OldRecords.Kind;
import io.trafficgen.domain.account.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresOldRecordsTest extends PostgresPorts implements OldRecordsContract {
  private static final Instant BEFORE = Instant.parse("2026-02-01T12:00:00Z");

  /** Rows of each kind: what makes one of the time {@code :at}, and into which table. */
  private static final Map<Kind, String> ROWS =
      NamedQueries.read("old-records.sql").entrySet().stream()
          .collect(Collectors.toMap(row -> Kind.valueOf(row.getKey()), Map.Entry::getValue));

  @Override
  public PostgresOldRecords oldRecords() {
    return new PostgresOldRecords(database());
  }

  static Set<Kind> kinds() {
    return ROWS.keySet();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void what_is_old_goes_and_what_is_not_stays(Kind kind) {
    String table = table(kind);
    database()
        .run(handle -> {
          handle.execute("set local session_replication_role = replica");
          handle.execute("delete from " + table);
          for (int second = -3; second < 3; second++) {
            handle
                .createUpdate(ROWS.get(kind))
                .bind("at", BEFORE.plusSeconds(second))
                .bind("name", "row-" + second)
                .execute();
          }
        });

    assertThat(oldRecords().remove(kind, BEFORE)).isFalse();

    assertThat(count(table)).isEqualTo(3);
    database().run(handle -> handle.execute("delete from " + table));
  }

  @Test
  void no_kind_is_forgotten() {
    Set<Kind> elsewhere = Set.of(Kind.HITS, Kind.GRANTS, Kind.REFERRAL_CLICKS);
    assertThat(Stream.concat(elsewhere.stream(), kinds().stream()))
        .containsExactlyInAnyOrder(Kind.values());
  }

  private static String table(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private int count(String table) {
    return database()
        .read(handle ->
            handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }

  @Test
  void only_finished_notices_and_closed_minutes_go() {
    database()
        .run(handle -> {
          handle.execute("set local session_replication_role = replica");
          for (Kind kind : Set.of(Kind.NOTICES, Kind.HOST_MINUTES)) {
            handle.execute("delete from " + table(kind));
            handle
                .createUpdate(ROWS.get(kind))
                .bind("at", BEFORE.minusSeconds(60))
                .bind("name", "open")
                .execute();
          }
          handle.execute("update notices set done = false");
          handle.execute("update host_minutes set reserved = 1");
        });
    oldRecords().remove(Kind.NOTICES, BEFORE);
    oldRecords().remove(Kind.HOST_MINUTES, BEFORE);
    assertThat(count("notices")).isEqualTo(1);
    assertThat(count("host_minutes")).isEqualTo(1);
    database().run(handle -> handle.execute("delete from host_minutes"));
  }

  @Test
  void clicks_go_but_are_still_counted() {
    Account affiliate = Fixtures.account();
    accounts().add(affiliate);
    for (int day = 0; day < 2; day++) {
      Instant at = BEFORE.minus(Duration.ofDays(day));
      database().run(handle -> click(handle, affiliate, at));
    }
    assertThat(affiliates().summary(affiliate.id()).clicks()).isEqualTo(2);
    oldRecords().remove(Kind.REFERRAL_CLICKS, BEFORE);
    assertThat(count("referral_clicks")).isEqualTo(1);
    assertThat(affiliates().summary(affiliate.id()).clicks()).isEqualTo(2);
  }

  private static void click(Handle handle, Account affiliate, Instant at) {
    handle
        .createUpdate(
            """
            insert into referral_clicks (id, user_id, code, visitor, created_at)
            values (gen_random_uuid(), :user, :code, 'mark', :at)
            """)
        .bind("user", affiliate.id().value())
        .bind("code", affiliate.affiliateCode().value())
        .bind("at", at)
        .execute();
  }

  @Test
  void days_of_hits_are_dropped_as_a_whole_and_others_by_their_time() {
    database()
        .run(handle -> {
          handle
              .createQuery("select 1 from create_hit_partitions(date '2026-01-30', 4)")
              .mapTo(Integer.class)
              .one();
          handle.execute("delete from hits");
          for (String at :
              new String[] {
                "2026-01-20T12:00:00Z",
                "2026-01-30T00:00:00Z",
                "2026-01-31T23:59:59Z",
                "2026-02-01T00:00:00Z",
                "2026-02-20T00:00:00Z"
              }) {
            handle
                .createUpdate(
                    """
                    insert into hits (id, visit_id, page, project_id, user_id, url, device, browser,
                      status, duration_ms, bytes, blocked_requests, ts)
                    values (gen_random_uuid(), gen_random_uuid(), 1, gen_random_uuid(),
                      gen_random_uuid(), 'http://shop.example/', 'desktop', 'chrome', 200, 1, 1, 0,
                      :at)
                    """)
                .bind("at", Instant.parse(at))
                .execute();
          }
        });

    int batches = 1;
    while (oldRecords().remove(Kind.HITS, BEFORE)) {
      batches++;
    }

    assertThat(batches).isEqualTo(3);
    assertThat(count("hits")).isEqualTo(2);
    assertThat(count("pg_class where relname in ('hits_20260130', 'hits_20260131')")).isZero();
    assertThat(count("pg_class where relname in ('hits_20260201', 'hits_20260202')")).isEqualTo(2);
  }
}
