package io.trafficgen.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.contract.HitSpoolContract;
import io.trafficgen.domain.visit.Hit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A database that neither answers nor closes. */
@Timeout(60)
class SilentDatabaseTest {
  private static final Duration SILENCE = Duration.ofSeconds(1);

  /** More than all buffers on the way hold. */
  private static final int MANY = 5_000;

  private static final String LONG_PATH = "/kettle".repeat(1_000);

  private StallingProxy way;
  private PostgresDatabase database;
  private PostgresHitStore hits;

  @BeforeEach
  void open() throws IOException {
    DatabaseAddress direct = TestDatabase.address();
    way = new StallingProxy(direct);
    database = PostgresDatabase.at(way.address(direct), 2, SILENCE);
    hits = new PostgresHitStore(database, "node");
  }

  @AfterEach
  void close() {
    way.close();
    database.close();
  }

  private static List<Hit> hits(int count, String path) {
    Hit hit = HitSpoolContract.batch(1).hits().get(0);
    return IntStream.rangeClosed(1, count)
        .mapToObj(page ->
            new Hit(
                hit.visit(),
                page,
                hit.project(),
                hit.account(),
                URI.create("http://shop.example" + path),
                hit.country(),
                hit.ip(),
                hit.device(),
                hit.browser(),
                hit.status(),
                hit.duration(),
                hit.bytes(),
                hit.blockedRequests(),
                hit.at()))
        .toList();
  }

  private int stored() {
    return database.read(
        handle -> handle.createQuery("select count(*) from hits").mapTo(Integer.class).one());
  }

  @Test
  void one_that_answers_no_more_counts_as_away_until_it_answers_again() {
    hits.append(hits(1, "/"), List.of());
    way.letThrough(0);
    List<Hit> later = hits(1, "/");
    assertThatThrownBy(() -> hits.append(later, List.of()))
        .isInstanceOf(UncheckedIOException.class);
    way.letThrough(Long.MAX_VALUE);
    hits.append(later, List.of());
    assertThat(stored()).isEqualTo(2);
  }

  @Test
  void one_that_takes_no_more_rows_counts_as_away() {
    way.letThrough(100_000);
    assertThatThrownBy(() -> hits.append(hits(MANY, LONG_PATH), List.of()))
        .isInstanceOf(UncheckedIOException.class);
    way.letThrough(Long.MAX_VALUE);
    assertThat(stored()).isZero();
  }

  @Test
  void a_statement_that_takes_too_long_is_ended_by_the_database() {
    assertThatThrownBy(() -> database.run(handle -> handle.execute("select pg_sleep(60)")))
        .isInstanceOf(UncheckedIOException.class)
        .hasStackTraceContaining("statement timeout");
    database.ping();
  }

  @Test
  void what_is_patient_outlasts_it() {
    database.patient().run(handle -> handle.execute("select pg_sleep(1.5)"));
  }
}
