package io.trafficgen.application.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.fake.ScriptedBudgets.Settled;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.VisitOutcome;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stops, failures and the end of a node. */
class RunGrantsTroubleTest {
  private final RunningNode node = new RunningNode();

  @Test
  void a_stop_ends_dwells_uncharged_and_loads_no_further_page() {
    node.driver.put(RunningNode.PAGE, 200, List.of());
    node.offer(
        5,
        5,
        false,
        RunningNode.settings(",\"innerUrls\":\"" + RunningNode.PAGE + "\",\"innerUrlCount\":5"));
    node.run(3);
    int loads = node.driver.loads().size();
    node.budgets.stop(RunningNode.GRANT);
    node.run(3);
    assertThat(node.driver.loads()).hasSize(loads);
    assertThat(node.store.visits())
        .hasSize(5)
        .allMatch(visit -> visit.outcome().equals(new VisitOutcome.Failed(FailureReason.STOPPED)));
    assertThat(node.budgets.settled()).containsEntry(RunningNode.GRANT, new Settled(5, 0));
  }

  @Test
  void a_page_with_an_error_is_a_hit_but_fails_its_visit() {
    node.driver.put(RunningNode.PAGE, 404, List.of());
    node.offer(1, 1, false, RunningNode.settings(""));
    node.run(3);
    assertThat(node.store.hits()).singleElement().matches(hit -> hit.status() == 404);
    assertThat(node.store.visits())
        .singleElement()
        .matches(visit -> visit.outcome().equals(new VisitOutcome.Failed(FailureReason.STATUS)));
  }

  @Test
  void a_driver_that_throws_costs_its_visit_alone() {
    RunningNode broken =
        new RunningNode(load -> {
          throw new IllegalStateException("broken");
        });
    broken.offer(2, 2, false, RunningNode.settings(""));
    broken.run(3);
    assertThat(broken.store.visits())
        .hasSize(2)
        .allMatch(visit -> visit.outcome().equals(new VisitOutcome.Failed(FailureReason.DRIVER)));
    assertThat(broken.budgets.settled()).containsEntry(RunningNode.GRANT, new Settled(2, 0));
  }

  @Test
  void receipts_wait_while_the_database_is_away() {
    node.driver.put(RunningNode.PAGE, 404, List.of());
    node.offer(1, 1, false, RunningNode.settings(""));
    node.run(1);
    node.store.away(true);
    assertThatThrownBy(() -> node.engine.run()).isInstanceOf(UncheckedIOException.class);
    node.store.away(false);
    node.run(2);
    assertThat(node.store.visits()).hasSize(1);
    assertThat(node.store.hits()).hasSize(1);
  }

  @Test
  void a_visit_that_cannot_be_planned_fails_and_none_follows() {
    node.offer(3, 3, false, "{\"entryUrls\":\"http://other.example/\"}");
    assertThatThrownBy(() -> node.engine.run()).isInstanceOf(RuntimeException.class);
    node.run(2);
    assertThat(node.store.visits())
        .singleElement()
        .matches(visit -> visit.outcome().equals(new VisitOutcome.Failed(FailureReason.DRIVER)));
    assertThat(node.budgets.settled()).containsEntry(RunningNode.GRANT, new Settled(1, 0));
    node.driver.put(RunningNode.PAGE, 200, List.of());
    node.offer(5, 5, false, RunningNode.settings(""));
    node.run(1);
    assertThat(node.driver.loads()).hasSize(5);
  }

  @Test
  void whoever_could_not_reach_the_database_lets_others_come_back_to_it_first() {
    node.run(1);
    node.driver.put(RunningNode.PAGE, 404, List.of());
    node.offer(1, 1, false, RunningNode.settings(""));
    node.run(1);
    node.store.away(true);
    assertThatThrownBy(() -> node.engine.run()).isInstanceOf(UncheckedIOException.class);
    node.store.away(false);
    int before = node.budgets.reclaims();
    node.run(19);
    assertThat(node.budgets.reclaims()).isEqualTo(before);
    node.run(7);
    assertThat(node.budgets.reclaims()).isGreaterThan(before);
  }

  @Test
  void draining_without_the_database_leaves_receipts_in_the_spool() {
    node.driver.put(RunningNode.PAGE, 200, List.of());
    node.offer(2, 2, false, RunningNode.settings(""));
    node.run(2);
    node.store.away(true);
    DrainGrants drain = new DrainGrants(node.open, node.engine, () -> {}, node.time);
    assertThatThrownBy(drain::drain).isInstanceOf(UncheckedIOException.class);
    assertThat(node.spool.first().orElseThrow().visits()).hasSize(2);
  }

  @Test
  void a_load_that_outlasts_draining_is_cut_off_and_its_visit_leaves_a_receipt() {
    List<Runnable> loads = new ArrayList<>();
    node.loads = loads::add;
    node.offer(2, 2, false, RunningNode.settings(""));
    node.run(2);
    DrainGrants drain =
        new DrainGrants(node.open, node.engine, () -> loads.forEach(Runnable::run), node.time);
    assertThat(drain.drain()).isFalse();
    node.time.advance(DrainGrants.PATIENCE.minusSeconds(1));
    assertThat(drain.drain()).isFalse();
    assertThat(node.store.visits()).isEmpty();
    node.time.advance(Duration.ofSeconds(1));
    assertThat(drain.drain()).isTrue();
    assertThat(node.store.visits())
        .hasSize(2)
        .allMatch(visit -> visit.outcome().equals(new VisitOutcome.Failed(FailureReason.STOPPED)));
    assertThat(node.budgets.settled()).containsEntry(RunningNode.GRANT, new Settled(2, 0));
  }

  @Test
  void draining_takes_nothing_new_and_settles_what_runs() {
    node.driver.put(RunningNode.PAGE, 200, List.of());
    node.offer(2, 2, false, RunningNode.settings(""));
    node.run(2);
    DrainGrants drain = new DrainGrants(node.open, node.engine, () -> {}, node.time);
    drain.drain();
    assertThat(drain.drain()).isTrue();
    assertThat(node.budgets.settled()).containsEntry(RunningNode.GRANT, new Settled(2, 0));
    node.offer(2, 2, false, RunningNode.settings(""));
    node.run(2);
    assertThat(node.driver.loads()).hasSize(2);
  }
}
