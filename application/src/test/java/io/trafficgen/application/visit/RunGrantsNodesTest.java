package io.trafficgen.application.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.fake.ScriptedBudgets.Settled;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.safety.HostClosures;
import io.trafficgen.domain.safety.HostRule;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.HostPause;
import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitOutcome;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A node among others, and under the operator's hand. */
class RunGrantsNodesTest {
  private final RunningNode node = new RunningNode();

  @Test
  void a_kill_ends_dwells_with_its_own_reason_and_loads_no_further_page() {
    node.driver.put(RunningNode.PAGE, 200, List.of());
    node.offer(5, 5, false, RunningNode.settings(",\"innerUrlCount\":0"));
    node.run(3);
    int loads = node.driver.loads().size();
    node.budgets.kill(RunningNode.GRANT);
    node.run(2);
    assertThat(node.driver.loads()).hasSize(loads);
    assertThat(node.store.visits())
        .hasSize(5)
        .allMatch(visit -> visit.outcome().equals(new VisitOutcome.Failed(FailureReason.KILLED)));
    assertThat(node.budgets.settled()).containsEntry(RunningNode.GRANT, new Settled(5, 0));
  }

  @Test
  void a_grant_whose_claim_was_never_answered_runs_once_it_is_confirmed() {
    node.driver.put(RunningNode.PAGE, 200, List.of());
    node.offer(2, 2, false, RunningNode.settings(""));
    node.budgets.loseNextAnswer();
    assertThatThrownBy(() -> node.engine.run()).isInstanceOf(UncheckedIOException.class);
    assertThat(node.driver.loads()).isEmpty();
    node.run(16);
    assertThat(node.store.visits()).hasSize(2);
    assertThat(node.budgets.settled()).containsEntry(RunningNode.GRANT, new Settled(2, 0));
  }

  @Test
  void no_visit_goes_to_a_host_that_was_blocked_after_its_grant() {
    node.driver.put(RunningNode.PAGE, 200, List.of());
    block(Host.of(RunningNode.PAGE), true);
    node.offer(2, 2, false, RunningNode.settings(""));
    node.run(3);
    nothingWasStarted();
  }

  @Test
  void no_visit_goes_to_a_host_that_asked_for_a_pause_while_its_grant_was_made() {
    node.driver.put(RunningNode.PAGE, 200, List.of());
    node.pauses.pause(
        new HostPause(Host.of(RunningNode.PAGE), node.time.instant().plusSeconds(60)));
    node.offer(2, 2, false, RunningNode.settings(""));
    node.run(3);
    nothingWasStarted();
  }

  private void nothingWasStarted() {
    assertThat(node.driver.loads()).isEmpty();
    assertThat(node.store.visits()).isEmpty();
    assertThat(node.budgets.settled()).containsEntry(RunningNode.GRANT, new Settled(0, 0));
  }

  @Test
  void a_visit_goes_to_no_page_of_a_host_that_is_closed_meanwhile() {
    URI elsewhere = URI.create("http://pay.example/");
    node.driver.put(RunningNode.PAGE, 200, List.of());
    node.driver.put(elsewhere, 200, List.of());
    node.verify("pay.example");
    node.offer(
        1,
        1,
        false,
        RunningNode.settings(",\"innerUrls\":\"" + elsewhere + "\",\"innerUrlCount\":1"));
    node.run(3);
    node.pauses.pause(new HostPause(Host.of(elsewhere), node.time.instant().plusSeconds(60)));
    node.run(30);
    assertThat(node.driver.loads()).hasSize(1);
    assertThat(node.store.visits())
        .extracting(Visit::outcome)
        .containsExactly(new VisitOutcome.Failed(FailureReason.RETRY_AFTER));
  }

  @Test
  void what_is_closed_is_known_at_the_gate_of_every_request_until_it_opens() {
    Host shop = Host.of(RunningNode.PAGE);
    node.run(1);
    assertThat(node.closures).isEqualTo(HostClosures.none());
    node.pauses.pause(new HostPause(shop, node.time.instant().plusSeconds(3)));
    node.run(1);
    assertThat(node.closures.reasons()).containsExactly(entry(shop, FailureReason.RETRY_AFTER));
    block(shop, true);
    node.run(1);
    assertThat(node.closures.reasons()).containsExactly(entry(shop, FailureReason.KILLED));
    block(shop, false);
    node.run(2);
    assertThat(node.closures).isEqualTo(HostClosures.none());
  }

  @Test
  void a_closed_host_is_not_asked_for_its_robots_txt_either() {
    URI elsewhere = URI.create("http://pay.example/");
    node.driver.put(RunningNode.PAGE, 200, List.of());
    node.verify("pay.example");
    block(Host.of(elsewhere), true);
    node.offer(
        1,
        1,
        false,
        RunningNode.settings(
            ",\"innerUrls\":\"%s\",\"innerUrlCount\":1,\"qa\":{\"respectRobots\":\"all\"}"
                .formatted(elsewhere)));
    node.run(30);
    assertThat(node.store.visits())
        .extracting(Visit::outcome)
        .containsExactly(new VisitOutcome.Failed(FailureReason.KILLED));
    assertThat(node.askedOfRobots).containsOnly(RunningNode.PAGE);
  }

  @Test
  void what_was_stopped_before_its_lost_claim_came_again_starts_nothing() {
    node.offer(2, 2, false, RunningNode.settings(""));
    node.budgets.loseNextAnswer();
    assertThatThrownBy(() -> node.engine.run()).isInstanceOf(UncheckedIOException.class);
    node.budgets.stop(RunningNode.GRANT);
    node.run(3);
    assertThat(node.driver.loads()).isEmpty();
    assertThat(node.budgets.settled()).containsEntry(RunningNode.GRANT, new Settled(0, 0));
  }

  @Test
  void a_node_that_does_not_keep_up_leaves_what_is_new_to_others() {
    node.driver.put(RunningNode.PAGE, 200, List.of());
    node.offer(1, 1, false, RunningNode.settings(""));
    node.busy = true;
    node.run(2);
    assertThat(node.driver.loads()).isEmpty();
    node.busy = false;
    node.run(1);
    assertThat(node.driver.loads()).hasSize(1);
  }

  private void block(Host host, boolean blocked) {
    node.safeguards.change(
        host,
        rule -> new HostRule(host, rule.maxPerMinute(), blocked),
        Fixtures.entry(RunningNode.OWNER, AuditAction.HOST_CHANGED),
        Fixtures.NOW);
  }
}
