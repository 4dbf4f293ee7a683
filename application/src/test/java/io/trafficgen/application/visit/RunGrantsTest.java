package io.trafficgen.application.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.fake.ScriptedBudgets.Settled;
import io.trafficgen.domain.visit.LiveEvent;
import io.trafficgen.domain.visit.Visit;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunGrantsTest {
  private final RunningNode node = new RunningNode();

  @Test
  void runs_the_visits_of_a_grant_to_their_receipts_and_settles_it() {
    node.driver.put(RunningNode.PAGE, 200, List.of());
    node.offer(3, 3, false, RunningNode.settings(""));
    node.run(20);
    assertThat(node.store.visits()).hasSize(3).allMatch(visit -> visit.outcome().isCompleted());
    assertThat(node.store.visits()).extracting(Visit::number).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(node.store.hits()).hasSize(3);
    assertThat(node.budgets.settled()).containsEntry(RunningNode.GRANT, new Settled(3, 0));
    assertThat(node.feed.events().stream().filter(LiveEvent.VisitEnded.class::isInstance))
        .hasSize(3)
        .allMatch(event -> ((LiveEvent.VisitEnded) event).charged());
  }

  @Test
  void starts_no_visit_above_the_confirmed_watermark() {
    node.driver.put(RunningNode.PAGE, 200, List.of());
    node.budgets.cap(2);
    node.offer(10, 2, false, RunningNode.settings(",\"qa\":{\"maxConcurrent\":10}"));
    node.run(30);
    assertThat(node.driver.loads()).hasSize(2);
  }

  @Test
  void keeps_to_the_slots_of_the_project() {
    node.driver.put(RunningNode.PAGE, 200, List.of());
    node.offer(
        10,
        10,
        false,
        RunningNode.settings(",\"qa\":{\"maxConcurrent\":2,\"dwellJitterPercent\":0}"));
    node.run(9);
    assertThat(node.driver.loads()).hasSize(2);
    node.run(9);
    assertThat(node.driver.loads()).hasSize(4);
  }

  @Test
  void spreads_starts_over_the_window_in_the_open_model() {
    node.driver.put(RunningNode.PAGE, 200, List.of());
    node.offer(
        6,
        6,
        true,
        RunningNode.settings(",\"timeOnPage\":\"1 second\"")
            .replace(",\"timeOnPage\":\"10 seconds\"", ""));
    node.run(25);
    assertThat(node.driver.loads()).hasSize(3);
    node.run(40);
    assertThat(node.driver.loads()).hasSize(6);
    assertThat(node.budgets.settled()).containsEntry(RunningNode.GRANT, new Settled(6, 0));
  }

  @Test
  void what_did_not_start_in_its_window_is_dropped_never_late() {
    node.driver.put(RunningNode.PAGE, 200, List.of());
    node.offer(
        30,
        30,
        true,
        RunningNode.settings(",\"qa\":{\"maxConcurrent\":1,\"dwellJitterPercent\":0}"));
    node.run(80);
    assertThat(node.budgets.settled()).containsEntry(RunningNode.GRANT, new Settled(6, 24));
    assertThat(node.store.visits()).hasSize(6);
  }
}
