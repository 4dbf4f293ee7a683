package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Budgets.Advanced;
import io.trafficgen.application.port.Budgets.ClaimedGrant;
import io.trafficgen.application.port.Budgets.Progress;
import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.application.port.ReserveOutcome;
import io.trafficgen.application.port.Safeguards;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.safety.HostRule;
import io.trafficgen.domain.safety.KillScope;
import io.trafficgen.domain.safety.KillSwitch;
import io.trafficgen.domain.safety.KillTarget;
import io.trafficgen.domain.visit.BindingCap;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.GrantId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the operator forbids is granted by nobody, in whatever moment it is forbidden. */
public interface KillSwitchContract extends VisitPorts {
  Safeguards safeguards();

  @AfterEach
  default void allowEverything() {
    safeguards().rules().switches().forEach(set -> set(set.target(), false));
  }

  @Test
  default void a_switch_ends_what_runs_pays_what_was_delivered_and_frees_the_rest_at_once() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    Grant running = scene.reserved(8);
    Lease lease = scene.lease("killed");
    scene.claimed(lease);
    scene.complete(running, 1, 2);
    scene.reserved(5);

    set(targets(scene).get(0), true);

    assertThat(scene.reserve(1)).isEqualTo(new ReserveOutcome.Outdated());
    assertThat(budgets().claim(lease, scene.minute(), 10, Set.of(running.id()))).isEmpty();
    Advanced advanced = budgets().advance(lease, List.of(new Progress(running.id(), 3, 8)));
    assertThat(advanced.watermarks()).isEmpty();
    assertThat(advanced.killed()).containsExactly(running.id());
    assertThat(advanced.charged()).hasSize(2);
    assertThat(budgets().expire(scene.minute())).isEqualTo(1);
    budgets().settle(lease, running.id(), 3, 0);
    assertThat(ledger().balance(scene.account()).held()).isEqualTo(Money.ZERO);
    set(targets(scene).get(0), false);
  }

  @Test
  default void who_starts_under_a_switch_is_granted_nothing() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    VisitScene other = VisitScene.of(this, "1.00", 0, 0);
    for (KillTarget target : targets(scene)) {
      set(target, true);
      VisitScene started = scene.as(start(scene));
      assertThat(started.reserve(1)).isEqualTo(new ReserveOutcome.Outdated());
      if (target.scope() != KillScope.GLOBAL) {
        assertThat(other.reserve(1)).isInstanceOf(ReserveOutcome.Reserved.class);
      }
      set(target, false);
      assertThat(started.reserve(1)).isInstanceOf(ReserveOutcome.Reserved.class);
    }
    rule(scene, OptionalInt.empty(), true);
    assertThat(scene.as(start(scene)).reserve(1)).isEqualTo(new ReserveOutcome.Outdated());
    rule(scene, OptionalInt.empty(), false);
  }

  @Test
  default void the_stored_cap_of_a_host_binds_who_still_reads_a_higher_one() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    rule(scene, OptionalInt.of(3), false);

    assertThat(((ReserveOutcome.Reserved) scene.reserve(8)).grant().n()).isEqualTo(3);
    assertThat(scene.reserve(8)).isEqualTo(new ReserveOutcome.Bound(BindingCap.HOST));
    assertThat(scene.room().host()).isZero();
    rule(scene, OptionalInt.of(5), false);
    assertThat(((ReserveOutcome.Reserved) scene.reserve(8)).grant().n()).isEqualTo(2);
    rule(scene, OptionalInt.empty(), false);
    assertThat(((ReserveOutcome.Reserved) scene.reserve(1_000)).grant().n())
        .isEqualTo(HostRule.STANDARD_PER_MINUTE - 5);
    assertThat(scene.room().host()).isZero();
    checkInvariants();
  }

  @Test
  default void nothing_that_begins_after_a_switch_is_set_slips_through() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    for (KillTarget target : targets(scene)) {
      start(scene);
      AtomicInteger turn = new AtomicInteger();
      AtomicBoolean off = new AtomicBoolean();
      AtomicInteger before = new AtomicInteger();
      Map<GrantId, Lease> runners = new ConcurrentHashMap<>();
      List<ClaimedGrant> claimed =
          Together.collect(
              8,
              () -> {
                int mine = turn.incrementAndGet();
                if (mine == 20) {
                  set(target, true);
                  off.set(true);
                }
                boolean killed = off.get();
                Lease lease = scene.lease("slips-" + mine);
                // Starts make what others ask for outdated: none before the switch comes near.
                Project project = mine > 17 && mine % 2 == 0 ? start(scene) : stored(scene);
                ReserveOutcome outcome = scene.as(project).reserve(2);
                List<ClaimedGrant> taken = budgets().claim(lease, scene.minute(), 3, Set.of());
                if (killed) {
                  assertThat(outcome).isEqualTo(new ReserveOutcome.Outdated());
                  assertThat(taken).isEmpty();
                } else if (outcome instanceof ReserveOutcome.Reserved) {
                  before.incrementAndGet();
                }
                taken.forEach(grant -> runners.put(grant.grant().id(), lease));
                return taken;
              },
              6);
      assertThat(before.get()).isPositive();
      assertThat(off).isTrue();
      assertThat(confirmed(claimed, runners)).isEmpty();
      set(target, false);
      budgets().expire(scene.minute());
      budgets().reclaim(scene.minute().plusSeconds(30));
      assertThat(ledger().balance(scene.account()).held()).isEqualTo(Money.ZERO);
    }
  }

  private Set<GrantId> confirmed(List<ClaimedGrant> claimed, Map<GrantId, Lease> runners) {
    Set<GrantId> confirmed = new HashSet<>();
    for (ClaimedGrant grant : claimed) {
      GrantId id = grant.grant().id();
      Lease lease = Objects.requireNonNull(runners.get(id));
      Progress progress = new Progress(id, 0, grant.grant().n());
      confirmed.addAll(budgets().advance(lease, List.of(progress)).watermarks().keySet());
    }
    return confirmed;
  }

  private Project stored(VisitScene scene) {
    return projects().find(scene.account(), scene.project().id()).orElseThrow();
  }

  private Project start(VisitScene scene) {
    return projects().start(scene.account(), scene.project().id(), scene.minute()).orElseThrow();
  }

  private static List<KillTarget> targets(VisitScene scene) {
    return List.of(
        new KillTarget(KillScope.PROJECT, scene.project().id().toString()),
        new KillTarget(KillScope.ACCOUNT, scene.account().toString()),
        KillTarget.of(scene.host()),
        new KillTarget(KillScope.GLOBAL, ""));
  }

  private void set(KillTarget target, boolean on) {
    safeguards()
        .put(
            new KillSwitch(Fixtures.uuid(), target, on, "for a test", Fixtures.NOW, 0),
            entry(AuditAction.KILL_SWITCH_ON));
  }

  private void rule(VisitScene scene, OptionalInt cap, boolean blocked) {
    safeguards()
        .change(
            scene.host(),
            stored -> new HostRule(stored.host(), cap, blocked),
            entry(AuditAction.HOST_CHANGED),
            Fixtures.NOW);
  }

  private static AuditEntry entry(AuditAction action) {
    return new AuditEntry(
        Fixtures.uuid(), Fixtures.NOW, Actor.SYSTEM, action, "for a test", "for a test");
  }
}
