package io.trafficgen.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.persistence.DatabaseAddress;
import io.trafficgen.persistence.PostgresBudgets;
import io.trafficgen.persistence.PostgresClock;
import io.trafficgen.persistence.PostgresDatabase;
import io.trafficgen.persistence.PostgresLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The proof obligation of the engine page, 4.2: several node processes on one database, each with a
 * pacer of its own, killed and stopped beyond their leases at random.
 */
class SeveralNodesChaosTest {
  private static final int NODES = 3;
  private static final Duration LEASE = Duration.ofSeconds(2);
  private static final Duration STANDSTILL = Duration.ofMillis(3_500);
  private static final Duration SPAN =
      Boolean.getBoolean("trafficgen.long") ? Duration.ofMinutes(4) : Duration.ofSeconds(7);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final long seed =
      Long.getLong("trafficgen.chaos.seed", System.currentTimeMillis() % 1_000_000);
  private final SplittableRandom random = new SplittableRandom(seed);
  private final List<ChaosProcess> nodes = new ArrayList<>();

  @Test
  void kills_and_standstills_pass_no_limit_and_bill_nothing_that_is_not_there() throws Exception {
    PreparedPostgres.copyTo(folder);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
        PostgresDatabase database = PostgresDatabase.open(postgres.address(), 4)) {
      database.makeHitPartitions(2);
      PostgresClock clock = new PostgresClock(database, new SteadyClock());
      new ChaosScene(database, clock.instant());
      Path log = folder.resolve("begun");
      try {
        for (int node = 0; node < NODES; node++) {
          nodes.add(node(node, postgres.address(), log));
        }
        await(() -> nodes.stream().allMatch(node -> node.starts() > 0));
        disturb(postgres.address());
        for (ChaosProcess node : nodes) {
          node.terminate();
        }
      } finally {
        for (ChaosProcess node : nodes) {
          node.kill();
        }
      }
      PostgresBudgets budgets = new PostgresBudgets(database);
      budgets.reclaim(clock.instant().plus(Duration.ofHours(1)));
      budgets.expire(clock.instant().plus(Duration.ofHours(1)));
      judge(new ChaosVerdict(postgres.address(), log));
      assertThat(new PostgresLedger(database).reconcile()).isEmpty();
    }
  }

  private void judge(ChaosVerdict verdict) throws Exception {
    System.out.println(
        "seed %d: %d visits began, %d grants on %d nodes, %d visits billed"
            .formatted(
                seed,
                verdict.begun(),
                verdict.number("select count(*) from grants where node is not null"),
                verdict.number("select count(distinct node) from grants"),
                verdict.number("select count(*) from visits where charged")));
    verdict.everyVisitWasConfirmed();
    verdict.noLimitWasPassed();
    verdict.theBooksAgree();
    // Or nothing was tried.
    assertThat(verdict.begun()).isGreaterThan(50);
    assertThat(verdict.number("select count(distinct node) from grants")).isGreaterThan(1);
    assertThat(
            verdict.number(
                "select used from host_minutes where host = 'narrow.example'"
                    + " order by used desc limit 1"))
        .isLessThanOrEqualTo(ChaosScene.NARROW_CAP);
  }

  /** One node after the other dies, or stands still for longer than its lease; two go on. */
  private void disturb(DatabaseAddress address) throws Exception {
    await(() -> !runners(address).isEmpty());
    haltOne(runners(address).getFirst());
    long end = System.nanoTime() + SPAN.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(300 + random.nextInt(1_200)).toNanos());
      ChaosProcess victim = nodes.get(random.nextInt(NODES));
      if (random.nextBoolean()) {
        long starts = victim.starts();
        victim.killAndRestart();
        await(() -> victim.starts() > starts);
      } else {
        halt(victim);
      }
    }
  }

  private static List<String> runners(DatabaseAddress address) {
    try {
      return ChaosVerdict.runners(address);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void haltOne(String name) throws Exception {
    for (int node = 0; node < NODES; node++) {
      if (Files.readString(folder.resolve("node" + node).resolve("node")).strip().equals(name)) {
        halt(nodes.get(node));
      }
    }
  }

  private static void halt(ChaosProcess victim) throws Exception {
    victim.signal("STOP");
    LockSupport.parkNanos(STANDSTILL.toNanos());
    victim.signal("CONT");
  }

  private ChaosProcess node(int number, DatabaseAddress address, Path log) throws Exception {
    String separator = address.jdbcUrl().contains("?") ? "&" : "?";
    return new ChaosProcess(
        folder.resolve("node" + number),
        address.jdbcUrl()
            + separator
            + "user="
            + address.user()
            + "&password="
            + address.password(),
        List.of(
            "-Dchaos.log=" + log,
            "-Dchaos.pages=" + ChaosScene.PAGES,
            "-Dchaos.lease=" + LEASE.toMillis()));
  }

  private void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(() -> outputs()).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private String outputs() {
    return nodes.stream().map(ChaosProcess::output).reduce("", (one, two) -> one + "\n" + two);
  }
}
