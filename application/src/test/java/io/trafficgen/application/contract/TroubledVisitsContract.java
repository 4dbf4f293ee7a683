package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.Budgets.ClaimedGrant;
import io.trafficgen.application.port.Budgets.Progress;
import io.trafficgen.application.port.DueVisits;
import io.trafficgen.application.port.HostPauses;
import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.application.port.ReserveOutcome;
import io.trafficgen.application.port.RunHealths;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.visit.DueSpan;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.domain.visit.HostPause;
import io.trafficgen.domain.visit.RunHealth;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What pauses, failures and missed minutes do to the budgets of visits. */
public interface TroubledVisitsContract extends VisitPorts {
  HostPauses pauses();

  RunHealths healths();

  DueVisits dueVisits();

  @Test
  default void a_pause_of_a_host_stops_what_is_granted_there_and_nothing_elsewhere() {
    VisitScene paused = VisitScene.of(this, "1.00", 0, 0);
    VisitScene other = VisitScene.of(this, "1.00", 0, 0);
    Lease lease = paused.lease("node-paused");
    paused.reserved(5);
    ClaimedGrant grant = paused.claimed(lease);
    other.reserved(5);
    Set<GrantId> known = Set.of(grant.grant().id());
    ClaimedGrant elsewhere = budgets().claim(lease, other.minute(), 10, known).get(0);

    pauses().pause(new HostPause(grant.grant().host(), NOW.plusSeconds(60)));

    List<Progress> progress =
        List.of(new Progress(grant.grant().id(), 1, 5), new Progress(elsewhere.grant().id(), 1, 5));
    assertThat(budgets().advance(lease, progress).watermarks())
        .containsOnlyKeys(elsewhere.grant().id());
    Project project = project(paused);
    assertThat(project.isActive()).isTrue();
    pauses().pause(new HostPause(grant.grant().host(), NOW.plusSeconds(90)));
    assertThat(project(paused)).isEqualTo(project);
  }

  @Test
  default void nothing_is_granted_at_a_host_during_its_pause_whenever_the_wish_was_made() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    pauses().pause(new HostPause(scene.host(), scene.minute().plusSeconds(1)));
    assertThat(scene.reserve(1)).isEqualTo(new ReserveOutcome.Outdated());
    VisitScene after = VisitScene.of(this, "1.00", 0, 0);
    pauses().pause(new HostPause(after.host(), after.minute()));
    assertThat(after.reserve(1)).isInstanceOf(ReserveOutcome.Reserved.class);
  }

  private Project project(VisitScene scene) {
    return projects().find(scene.account(), scene.project().id()).orElseThrow();
  }

  @Test
  default void health_is_that_of_the_last_visits_since_the_start() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    Grant grant = scene.reserved(9);
    scene.complete(grant, 1, 2, 3);
    scene.fail(grant, 4, 5);
    assertThat(health(scene, scene.minute(), 50))
        .isEqualTo(new RunHealth(5, 2, 0, Optional.empty()));
    assertThat(health(scene, scene.minute(), 4).visits()).isEqualTo(4);
    assertThat(health(scene, scene.minute().plusSeconds(1), 50).visits()).isZero();
  }

  private RunHealth health(VisitScene scene, Instant since, int most) {
    return healths().of(scene.project().id(), since, most, true);
  }

  @Test
  default void what_was_due_and_not_granted_is_dropped_once() {
    VisitScene scene = VisitScene.of(this, "1.00", 100, 0);
    scene.reserved(20);
    Instant from = scene.minute();
    Instant to = from.plusSeconds(60);
    List<DueSpan> spans = List.of(new DueSpan(scene.day(), from, to, 50));
    assertThat(dueVisits().countedUntil(scene.project().id())).isEmpty();

    dueVisits().count(scene.project().id(), Optional.empty(), to, spans);
    dueVisits().count(scene.project().id(), Optional.empty(), to, spans);

    assertThat(dueVisits().countedUntil(scene.project().id())).contains(to);
    assertThat(dropped(scene)).isEqualTo(30);
    List<DueSpan> more = List.of(new DueSpan(scene.day(), to, to.plusSeconds(60), 500));
    dueVisits().count(scene.project().id(), Optional.of(to), to.plusSeconds(60), more);
    // The day's limit leaves 80 that might have started.
    assertThat(dropped(scene)).isEqualTo(110);
  }

  private long dropped(VisitScene scene) {
    return stats(scene).totals().dropped();
  }

  @Test
  default void a_grant_that_nobody_claimed_in_time_is_dropped() {
    VisitScene scene = VisitScene.of(this, "1.00", 100, 0);
    scene.reserved(7);
    budgets().expire(scene.minute().plusSeconds(60));
    assertThat(dropped(scene)).isEqualTo(7);
  }
}
