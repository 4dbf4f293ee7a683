package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.Budgets.Progress;
import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.Room;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What nodes that die, and come back too late, may do. */
public interface NodeLeasesContract extends VisitPorts {
  Duration TOO_LONG = Duration.ofSeconds(21);

  @Test
  default void a_lease_lives_as_long_as_it_is_renewed() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    Instant now = scene.minute();
    Lease lease = scene.lease("beating");
    assertThat(leases().renew(lease, now.plusSeconds(15))).isTrue();

    budgets().reclaim(now.plusSeconds(30));
    assertThat(leases().renew(lease, now.plusSeconds(30))).isTrue();

    budgets().reclaim(now.plusSeconds(51));
    assertThat(leases().renew(lease, now.plusSeconds(51))).isFalse();
    Lease next = leases().register("beating", now.plusSeconds(52));
    assertThat(next.epoch()).isGreaterThan(lease.epoch());
    assertThat(leases().renew(next, now.plusSeconds(53))).isTrue();
  }

  @Test
  default void of_a_dead_node_only_stored_completions_are_paid_and_all_it_may_start_counts() {
    VisitScene scene = VisitScene.of(this, "1.00", 100, 100);
    Grant grant = scene.reserved(20);
    Lease lease = scene.lease("dying");
    scene.claimed(lease);
    scene.complete(grant, 1, 2, 3);
    scene.fail(grant, 4, 5);
    budgets().advance(lease, List.of(new Progress(grant.id(), 5, 10)));
    scene.complete(grant, 6);

    assertThat(budgets().reclaim(scene.minute().plus(TOO_LONG))).isEqualTo(1);
    checkInvariants();
    assertThat(budgets().reclaim(scene.minute().plus(TOO_LONG))).isZero();

    Room room = scene.room();
    assertThat(room.day()).isEqualTo(90);
    assertThat(room.total()).isEqualTo(92);
    assertThat(room.waiting()).isZero();
    assertThat(ledger().balance(scene.account()).held()).isEqualTo(Money.ZERO);
    assertThat(ledger().balance(scene.account()).lots().get(0).remaining())
        .isEqualTo(Money.parse("1.00").minus(BudgetsContract.PRICE.times(4)));
  }

  @Test
  default void a_zombie_confirms_charges_and_settles_nothing() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    Grant grant = scene.reserved(20);
    Lease lease = scene.lease("zombie");
    scene.claimed(lease);
    Grant unclaimed = scene.reserved(5);
    budgets().reclaim(scene.minute().plus(TOO_LONG));
    scene.complete(grant, 1);

    var advanced = budgets().advance(lease, List.of(new Progress(grant.id(), 1, 20)));
    budgets().settle(lease, grant.id(), 20, 0);

    assertThat(advanced.watermarks()).isEmpty();
    assertThat(advanced.charged()).isEmpty();
    assertThat(budgets().claim(lease, scene.minute(), 10, Set.of())).isEmpty();
    assertThat(scene.room().issued()).isEqualTo(8 + 5);
    assertThat(budgets().expire(unclaimed.window().end())).isEqualTo(1);
    assertThat(scene.balance()).isEqualTo(Money.parse("1.00"));
  }

  @Test
  default void a_restarted_node_gives_its_predecessors_grants_up_at_once() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    Grant grant = scene.reserved(20);
    scene.claimed(scene.lease("restarting"));
    scene.complete(grant, 1, 2);

    Lease successor = scene.lease("restarting");

    assertThat(budgets().reclaim(scene.minute())).isEqualTo(1);
    assertThat(leases().renew(successor, scene.minute())).isTrue();
    assertThat(ledger().balance(scene.account()).held()).isEqualTo(Money.ZERO);
    assertThat(scene.balance()).isEqualTo(Money.parse("0.99"));
  }
}
