package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.Budgets.ClaimedGrant;
import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.GrantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How several nodes share what is granted. */
public interface SeveralNodesContract extends VisitPorts {
  @Test
  default void a_claim_whose_answer_was_lost_comes_again() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    Grant grant = scene.reserved(20);
    Lease lease = scene.lease("forgetful");
    ClaimedGrant lost = scene.claimed(lease);
    Lease other = scene.lease("other");

    assertThat(budgets().claim(lease, scene.minute(), 0, Set.of()))
        .containsExactly(new ClaimedGrant(lost.grant(), 0, lost.settings()));
    assertThat(budgets().claim(lease, scene.minute(), 10, Set.of(grant.id()))).isEmpty();
    assertThat(budgets().claim(other, scene.minute(), 10, Set.of())).isEmpty();
    budgets().settle(lease, grant.id(), 0, 0);
    assertThat(budgets().claim(lease, scene.minute(), 10, Set.of())).isEmpty();
  }

  @Test
  default void a_project_runs_on_one_node_at_a_time() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    Lease one = scene.lease("one");
    Lease two = scene.lease("two");
    Grant first = scene.reserved(4);
    scene.claimed(one);
    Grant second = scene.reserved(4);

    assertThat(budgets().claim(two, scene.minute(), 10, Set.of())).isEmpty();
    assertThat(budgets().claim(one, scene.minute(), 10, Set.of(first.id())))
        .extracting(ClaimedGrant::grant)
        .containsExactly(second);
    budgets().settle(one, first.id(), 0, 0);
    Grant third = scene.reserved(4);
    assertThat(budgets().claim(two, scene.minute(), 10, Set.of())).isEmpty();
    budgets().settle(one, second.id(), 0, 0);
    assertThat(budgets().claim(two, scene.minute(), 10, Set.of()))
        .extracting(ClaimedGrant::grant)
        .containsExactly(third);
  }

  @Test
  default void live_nodes_leave_each_other_a_share() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    List<VisitScene> scenes = new ArrayList<>(List.of(scene));
    while (scenes.size() < 6) {
      scenes.add(scene.neighbour("1.00"));
    }
    scenes.forEach(each -> each.reserved(2));
    Lease one = scene.lease("sharing-one");
    Lease two = scene.lease("sharing-two");

    List<Integer> taken = new ArrayList<>();
    Set<GrantId> known = new HashSet<>();
    for (Lease lease : List.of(one, two, one, two)) {
      List<ClaimedGrant> claimed = budgets().claim(lease, scene.minute(), 10, known);
      claimed.forEach(grant -> known.add(grant.grant().id()));
      taken.add(claimed.size());
    }

    assertThat(taken).containsExactly(3, 2, 1, 0);
  }

  @Test
  default void no_project_runs_on_two_nodes_whoever_claims_at_once() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    List<VisitScene> scenes = List.of(scene, scene.neighbour("1.00"), scene.neighbour("1.00"));
    AtomicInteger threads = new AtomicInteger();
    ThreadLocal<Lease> leases =
        ThreadLocal.withInitial(() -> scene.lease("thread-" + threads.incrementAndGet()));
    Map<ProjectId, Set<String>> runners = new ConcurrentHashMap<>();

    Together.collect(
        8,
        () -> {
          Lease lease = leases.get();
          scenes.forEach(each -> each.reserve(1));
          for (ClaimedGrant claimed : budgets().claim(lease, scene.minute(), 10, Set.of())) {
            runners
                .computeIfAbsent(
                    claimed.grant().project(), project -> ConcurrentHashMap.newKeySet())
                .add(lease.node());
          }
          return List.of();
        },
        6);

    assertThat(runners).hasSize(3);
    assertThat(runners.values()).allSatisfy(nodes -> assertThat(nodes).hasSize(1));
  }
}
