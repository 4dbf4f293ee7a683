package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.Budgets.ClaimedGrant;
import io.trafficgen.application.port.Budgets.Progress;
import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.application.port.ReserveOutcome;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.visit.BindingCap;
import io.trafficgen.domain.visit.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No cap is passed, and none left unused, from eight threads at once. */
public interface BudgetsRaceContract extends VisitPorts {
  int THREADS = 8;
  int ROUNDS = 6;

  @Test
  default void the_daily_limit_is_granted_to_the_last_visit_and_not_beyond() {
    VisitScene scene = VisitScene.of(this, "1.00", 100, 0);

    assertThat(granted(() -> scene.reserve(7))).isEqualTo(100);
    assertThat(scene.reserve(7)).isEqualTo(new ReserveOutcome.Bound(BindingCap.DAILY_LIMIT));
  }

  @Test
  default void the_total_target_is_granted_to_the_last_visit_and_not_beyond() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 100);

    assertThat(granted(() -> scene.reserve(7))).isEqualTo(100);
    assertThat(scene.reserve(7)).isEqualTo(new ReserveOutcome.Bound(BindingCap.TOTAL_TARGET));
  }

  @Test
  default void a_hosts_minute_is_shared_by_all_accounts() {
    VisitScene one = VisitScene.of(this, "1.00", 0, 0);
    VisitScene other = one.neighbour("1.00");
    AtomicInteger turn = new AtomicInteger();

    assertThat(granted(() -> (turn.incrementAndGet() % 2 == 0 ? one : other).reserve(7, 100)))
        .isEqualTo(100);
    assertThat(other.reserve(7, 100)).isEqualTo(new ReserveOutcome.Bound(BindingCap.HOST));
  }

  @Test
  default void however_many_pacers_ask_the_pace_of_a_minute_is_granted_once() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);

    assertThat(granted(() -> budgets().reserve(scene.wish(7, 1_000, 100, Long.MAX_VALUE))))
        .isEqualTo(100);
    assertThat(budgets().reserve(scene.wish(7, 1_000, 100, Long.MAX_VALUE)))
        .isEqualTo(new ReserveOutcome.Bound(BindingCap.SCHEDULE));
  }

  @Test
  default void money_is_promised_once() {
    VisitScene scene = VisitScene.of(this, "0.05", 0, 0);

    assertThat(granted(() -> scene.reserve(7))).isEqualTo(86);
    assertThat(scene.reserve(7)).isEqualTo(new ReserveOutcome.Bound(BindingCap.FUNDS));
  }

  @Test
  default void nodes_that_pace_claim_run_settle_and_die_at_once_charge_what_was_delivered() {
    VisitScene scene = VisitScene.of(this, "0.10", 150, 120);
    AtomicInteger nodes = new AtomicInteger();
    AtomicInteger completed = new AtomicInteger();
    AtomicInteger started = new AtomicInteger();

    Together.collect(
        THREADS,
        () -> {
          int number = nodes.incrementAndGet();
          SplittableRandom random = new SplittableRandom(number);
          Lease lease = scene.lease("racer-" + number);
          scene.reserve(1 + random.nextInt(6));
          for (ClaimedGrant claimed : budgets().claim(lease, scene.minute(), 3, Set.of())) {
            started.addAndGet(run(scene, lease, claimed.grant(), random, completed));
          }
          return List.of();
        },
        ROUNDS);
    budgets().expire(scene.minute().plusSeconds(60));
    budgets().reclaim(scene.minute().plusSeconds(60));
    checkInvariants();

    var counts = stats(scene).totals();
    assertThat(counts.billed()).isEqualTo(completed.get()).isEqualTo(counts.completed());
    assertThat(counts.started()).isBetween((long) started.get(), 150L);
    assertThat(ledger().balance(scene.account()).held()).isEqualTo(Money.ZERO);
  }

  /** Runs all visits of the grant, or dies half-way; says how many it started. */
  private int run(
      VisitScene scene, Lease lease, Grant grant, SplittableRandom random, AtomicInteger done) {
    List<Integer> delivered = new ArrayList<>();
    List<Integer> failed = new ArrayList<>();
    boolean dies = random.nextInt(4) == 0;
    int most = dies ? grant.n() / 2 : grant.n();
    IntStream.rangeClosed(1, most)
        .forEach(number -> (random.nextInt(3) == 0 ? failed : delivered).add(number));
    scene.complete(grant, delivered.stream().mapToInt(number -> number).toArray());
    scene.fail(grant, failed.stream().mapToInt(number -> number).toArray());
    done.addAndGet(delivered.size());
    budgets().advance(lease, List.of(new Progress(grant.id(), most, grant.n())));
    if (dies) {
      // And comes back: nobody runs the project before what it left is settled.
      leases().register(lease.node(), scene.minute());
      budgets().reclaim(scene.minute());
    } else {
      budgets().settle(lease, grant.id(), most, 0);
    }
    return most;
  }

  private static int granted(java.util.function.Supplier<ReserveOutcome> reserving) {
    return Together.collect(THREADS, () -> List.of(reserving.get()), ROUNDS).stream()
        .filter(ReserveOutcome.Reserved.class::isInstance)
        .mapToInt(outcome -> ((ReserveOutcome.Reserved) outcome).grant().n())
        .sum();
  }
}
