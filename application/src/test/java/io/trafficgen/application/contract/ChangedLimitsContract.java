package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.Budgets.ClaimedGrant;
import io.trafficgen.application.port.Budgets.Progress;
import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.application.port.ProjectChanges;
import io.trafficgen.application.port.ReserveOutcome;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.visit.BindingCap;
import io.trafficgen.domain.visit.Grant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Limits and the existence of a project change while its visits run: no budget breaks. */
public interface ChangedLimitsContract extends VisitPorts {
  ProjectChanges changes();

  @Test
  default void a_target_below_what_is_promised_ends_the_promise_and_grants_nothing_more() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 50);
    Lease lease = scene.lease("node-target");
    Grant grant = scene.reserved(10);
    ClaimedGrant claimed = scene.claimed(lease);
    scene.complete(grant, 1, 2, 3);

    Project changed = limited(scene, 0, 2);

    assertThat(changed.limits().totalTarget()).isEqualTo(2);
    assertThat(confirmed(lease, claimed)).isFalse();
    VisitScene now = scene.as(changed);
    assertThat(now.reserve(5)).isEqualTo(new ReserveOutcome.Bound(BindingCap.TOTAL_TARGET));
    budgets().settle(lease, grant.id(), 3, 0);
    checkInvariants();
    assertThat(now.reserve(5)).isInstanceOf(ReserveOutcome.Delivered.class);
    assertThat(now.room().total()).isNegative();
  }

  @Test
  default void a_raised_target_goes_on_where_the_old_one_ended() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 3);
    Lease lease = scene.lease("node-raised");
    Grant grant = scene.reserved(10);
    assertThat(grant.n()).isEqualTo(3);
    ClaimedGrant claimed = scene.claimed(lease);
    VisitScene wider = scene.as(limited(scene, 0, 5));
    assertThat(confirmed(lease, claimed)).isTrue();
    assertThat(wider.reserved(10).n()).isEqualTo(2);
    assertThat(wider.as(limited(scene, 0, 0)).reserved(10).n()).isEqualTo(10);
    checkInvariants();
  }

  @Test
  default void a_daily_limit_below_what_is_used_binds_and_breaks_nothing() {
    VisitScene scene = VisitScene.of(this, "1.00", 20, 0);
    Lease lease = scene.lease("node-daily");
    Grant grant = scene.reserved(10);
    ClaimedGrant claimed = scene.claimed(lease);

    VisitScene now = scene.as(limited(scene, 4, 0));

    assertThat(confirmed(lease, claimed)).isFalse();
    assertThat(now.reserve(5)).isEqualTo(new ReserveOutcome.Bound(BindingCap.DAILY_LIMIT));
    budgets().settle(lease, grant.id(), 2, 0);
    assertThat(now.reserved(5).n()).isEqualTo(2);
    checkInvariants();
  }

  @Test
  default void a_removed_projects_grants_settle_and_its_money_comes_back() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    Money before = scene.balance();
    Lease lease = scene.lease("node-removed");
    Grant grant = scene.reserved(10);
    ClaimedGrant claimed = scene.claimed(lease);
    scene.complete(grant, 1);

    changes().remove(scene.account(), scene.project().id(), scene.minute());

    assertThat(confirmed(lease, claimed)).isFalse();
    assertThat(scene.reserve(1)).isInstanceOf(ReserveOutcome.Outdated.class);
    budgets().settle(lease, grant.id(), 1, 0);
    checkInvariants();
    assertThat(ledger().balance(scene.account()).held()).isEqualTo(Money.ZERO);
    assertThat(scene.balance()).isLessThanOrEqualTo(before);
    assertThat(hits().hits(scene.account(), scene.project().id(), LedgerContract.FIRST)).isEmpty();
    assertThat(hits().visits(scene.account(), scene.project().id(), LedgerContract.FIRST))
        .isEmpty();
    assertThat(hits().stats(scene.account(), scene.project().id(), request(scene))).isEmpty();
  }

  private boolean confirmed(Lease lease, ClaimedGrant claimed) {
    Progress progress = new Progress(claimed.grant().id(), 0, claimed.grant().n());
    return budgets()
        .advance(lease, List.of(progress))
        .watermarks()
        .containsKey(claimed.grant().id());
  }

  private Project limited(VisitScene scene, int daily, int total) {
    VisitLimits limits = new VisitLimits(daily, total, Optional.empty());
    return changes()
        .change(
            scene.account(),
            scene.project().id(),
            before -> before.changed(before.name(), before.planType(), limits, scene.minute()))
        .orElseThrow();
  }
}
