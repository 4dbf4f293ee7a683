package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.Budgets.Advanced;
import io.trafficgen.application.port.Budgets.ClaimedGrant;
import io.trafficgen.application.port.Budgets.Progress;
import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.application.port.ReserveOutcome;
import io.trafficgen.domain.billing.Transaction;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.visit.BindingCap;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.Room;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link io.trafficgen.application.port.Budgets} keeps while all goes well. */
public interface BudgetsContract extends VisitPorts {
  /** What a visit costs in the scenes, whose deposits reach the first tier alone. */
  Money PRICE = Money.ofMicros(580);

  @Test
  default void a_reservation_takes_from_every_room_and_its_end_gives_back() {
    VisitScene scene = VisitScene.of(this, "1.00", 100, 1000);
    scene.reserve(1);
    Room before = scene.room();

    Grant grant = scene.reserved(20);
    Room during = scene.room();
    assertThat(during.day()).isEqualTo(before.day() - 20);
    assertThat(during.total()).isEqualTo(before.total() - 20);
    assertThat(during.host()).isEqualTo(before.host() - 20);
    assertThat(during.issued()).isEqualTo(before.issued() + 20);
    assertThat(during.waiting()).isEqualTo(before.waiting() + 20);
    assertThat(ledger().balance(scene.account()).held()).isEqualTo(PRICE.times(21));
    assertThat(scene.balance()).isEqualTo(Money.parse("1.00"));

    assertThat(budgets().expire(grant.window().end())).isEqualTo(2);
    Room after = scene.room();
    assertThat(after.day()).isEqualTo(100);
    assertThat(after.total()).isEqualTo(1000);
    assertThat(after.host()).isEqualTo(before.host() + 1);
    assertThat(after.issued()).isZero();
    assertThat(ledger().balance(scene.account()).held()).isEqualTo(Money.ZERO);
  }

  @Test
  default void pace_and_chunk_bind_what_is_granted() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);

    assertThat(granted(budgets().reserve(scene.wish(100, 60, 5, Long.MAX_VALUE)))).isEqualTo(5);
    assertThat(granted(budgets().reserve(scene.wish(100, 60, 30, 8)))).isEqualTo(3);
    assertThat(budgets().reserve(scene.wish(100, 60, 30, 8)))
        .isEqualTo(new ReserveOutcome.Bound(BindingCap.SPEED));
  }

  @Test
  default void a_grant_goes_to_one_claimer_with_its_settings_and_a_first_watermark() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    Grant grant = scene.reserved(20);
    Lease lease = scene.lease("claimer");

    ClaimedGrant claimed = scene.claimed(lease);

    assertThat(claimed.grant()).isEqualTo(grant);
    assertThat(claimed.watermark()).isEqualTo(8);
    assertThat(claimed.settings()).isEqualTo(scene.project().settings());
    assertThat(budgets().claim(lease, scene.minute(), 10, Set.of(grant.id()))).isEmpty();
    assertThat(budgets().expire(grant.window().end())).isZero();
  }

  @Test
  default void a_completed_visit_is_charged_once() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    Grant grant = scene.reserved(8);
    Lease lease = scene.lease("charger");
    scene.claimed(lease);
    scene.complete(grant, 1, 2, 3);
    scene.fail(grant, 4);
    List<Progress> progress = List.of(new Progress(grant.id(), 4, 8));

    Advanced first = budgets().advance(lease, progress);
    Advanced second = budgets().advance(lease, progress);

    assertThat(first.charged())
        .containsExactlyInAnyOrder(grant.id().visit(1), grant.id().visit(2), grant.id().visit(3));
    assertThat(first.watermarks()).isEqualTo(Map.of(grant.id(), 8));
    assertThat(second.charged()).isEmpty();
    // 3 × 580 µ€ are less than a cent: the balance is shown without it.
    assertThat(scene.balance()).isEqualTo(Money.parse("0.99"));
    assertThat(ledger().transactions(scene.account(), LedgerContract.FIRST).items())
        .extracting(Transaction::amount)
        .containsExactlyInAnyOrder(Money.parse("1.00"), Money.CENT.negated());
  }

  @Test
  default void settling_charges_the_last_counts_what_started_and_gives_the_rest_back_once() {
    VisitScene scene = VisitScene.of(this, "1.00", 100, 100);
    Grant grant = scene.reserved(8);
    Lease lease = scene.lease("settler");
    scene.claimed(lease);
    scene.complete(grant, 1, 2);
    scene.fail(grant, 3);

    budgets().settle(lease, grant.id(), 4, 1);
    budgets().settle(lease, grant.id(), 8, 0);

    Room room = scene.room();
    assertThat(room.day()).isEqualTo(96);
    // Two delivered, one that nobody knows of; the failed one is given back.
    assertThat(room.total()).isEqualTo(97);
    assertThat(room.issued()).isEqualTo(4);
    assertThat(ledger().balance(scene.account()).held()).isEqualTo(Money.ZERO);
    var stats = stats(scene);
    assertThat(stats.today()).isEqualTo(stats.totals());
    assertThat(stats.totals())
        .isEqualTo(new io.trafficgen.domain.visit.ProjectStats.Counts(4, 2, 1, 1, 2));
  }

  @Test
  default void a_stopped_project_starts_nothing_more_and_still_pays_what_it_got() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    Grant running = scene.reserved(8);
    Lease lease = scene.lease("stopper");
    scene.claimed(lease);
    scene.reserved(2);
    scene.complete(running, 1, 2);

    projects().end(scene.account(), scene.project().id(), StatusReason.USER);
    Advanced advanced = budgets().advance(lease, List.of(new Progress(running.id(), 2, 8)));

    assertThat(advanced.watermarks()).isEmpty();
    assertThat(advanced.charged()).hasSize(2);
    assertThat(budgets().claim(lease, scene.minute(), 10, Set.of(running.id()))).isEmpty();
    assertThat(scene.reserve(1)).isEqualTo(new ReserveOutcome.Outdated());
    assertThat(budgets().expire(scene.minute())).isEqualTo(1);
  }

  @Test
  default void a_reached_target_is_told() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 3);
    Grant grant = scene.reserved(8);
    assertThat(grant.n()).isEqualTo(3);
    assertThat(scene.reserve(8)).isEqualTo(new ReserveOutcome.Bound(BindingCap.TOTAL_TARGET));
    Lease lease = scene.lease("finisher");
    scene.claimed(lease);
    scene.complete(grant, 1, 2, 3);

    budgets().settle(lease, grant.id(), 3, 0);

    assertThat(scene.reserve(8)).isEqualTo(new ReserveOutcome.Delivered());
  }

  @Test
  default void the_rest_of_a_lot_that_buys_no_visit_is_swept() {
    VisitScene scene = VisitScene.of(this, "0.01", 0, 0);
    scene.deposit("0.02");
    Grant grant = scene.reserved(100);
    // 17 visits of the first lot and 34 of the second; 140 and 280 µ€ are left.
    assertThat(grant.n()).isEqualTo(51);
    Lease lease = scene.lease("sweeper");
    scene.claimed(lease);
    scene.complete(grant, java.util.stream.IntStream.rangeClosed(1, 20).toArray());
    budgets().advance(lease, List.of(new Progress(grant.id(), 8, 51)));
    checkInvariants();
    assertThat(ledger().balance(scene.account()).lots()).hasSize(1);
    scene.complete(grant, java.util.stream.IntStream.rangeClosed(21, 51).toArray());

    budgets().advance(lease, List.of(new Progress(grant.id(), 51, 51)));
    budgets().settle(lease, grant.id(), 51, 0);

    assertThat(ledger().balance(scene.account()).lots()).isEmpty();
    assertThat(scene.balance()).isEqualTo(Money.ZERO);
    assertThat(scene.reserve(1)).isEqualTo(new ReserveOutcome.Bound(BindingCap.FUNDS));
  }

  private static int granted(ReserveOutcome outcome) {
    return ((ReserveOutcome.Reserved) outcome).grant().n();
  }
}
