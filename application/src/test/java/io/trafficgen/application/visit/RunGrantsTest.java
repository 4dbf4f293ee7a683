package io.trafficgen.application.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.fake.RecordingHitStore;
import io.trafficgen.application.fake.RecordingLiveFeed;
import io.trafficgen.application.fake.ScriptedBudgets;
import io.trafficgen.application.fake.ScriptedBudgets.Settled;
import io.trafficgen.application.fake.ScriptedVisitDriver;
import io.trafficgen.application.fake.SteppedTime;
import io.trafficgen.application.port.Budgets.ClaimedGrant;
import io.trafficgen.application.port.NodeLeases;
import io.trafficgen.application.port.VisitDriver;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.settings.SettingsDocument;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.domain.visit.LiveEvent;
import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitOutcome;
import io.trafficgen.domain.visit.Window;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunGrantsTest {
  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
  private static final URI PAGE = URI.create("http://shop.example/");
  private static final GrantId GRANT = new GrantId(new UUID(1, 2));

  private final SteppedTime time = new SteppedTime(START);
  private final RecordingHitStore store = new RecordingHitStore();
  private final RecordingLiveFeed feed = new RecordingLiveFeed();
  private final ScriptedBudgets budgets = new ScriptedBudgets(store);
  private final ScriptedVisitDriver driver = new ScriptedVisitDriver();
  private final Outbox outbox = new Outbox(store, feed);

  private OpenGrants open = grants(driver);
  private RunGrants engine = engine(open);

  private OpenGrants grants(VisitDriver visits) {
    return new OpenGrants(
        new NoSites(),
        new Engine(visits, outbox, Runnable::run, time, time, Duration.ofSeconds(30)));
  }

  private RunGrants engine(OpenGrants grants) {
    return new RunGrants("node", new AlwaysAlive(), budgets, outbox, grants, time);
  }

  private void offer(int n, int watermark, boolean spread, String settings) {
    Grant grant =
        new Grant(
            GRANT,
            new ProjectId(new UUID(3, 4)),
            0,
            new AccountId(new UUID(5, 6)),
            Host.parse("shop.example"),
            "any",
            LocalDate.parse("2026-11-23"),
            n,
            Window.from(time.instant()),
            spread);
    budgets.offer(new ClaimedGrant(grant, watermark, SettingsDocument.parse(settings)));
  }

  private static String settings(String more) {
    return "{\"entryUrls\":\"" + PAGE + "\",\"timeOnPage\":\"10 seconds\"" + more + "}";
  }

  /** One beat a second, as the schedule has it. */
  private void run(int seconds) {
    for (int beat = 0; beat < seconds; beat++) {
      engine.run();
      time.advance(Duration.ofSeconds(1));
    }
  }

  @Test
  void runs_the_visits_of_a_grant_to_their_receipts_and_settles_it() {
    driver.put(PAGE, 200, List.of());
    offer(3, 3, false, settings(""));
    run(20);
    assertThat(store.visits()).hasSize(3).allMatch(visit -> visit.outcome().isCompleted());
    assertThat(store.visits()).extracting(Visit::number).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(store.hits()).hasSize(3);
    assertThat(budgets.settled()).containsEntry(GRANT, new Settled(3, 0));
    assertThat(feed.events().stream().filter(LiveEvent.VisitEnded.class::isInstance))
        .hasSize(3)
        .allMatch(event -> ((LiveEvent.VisitEnded) event).charged());
  }

  @Test
  void starts_no_visit_above_the_confirmed_watermark() {
    driver.put(PAGE, 200, List.of());
    budgets.cap(2);
    offer(10, 2, false, settings(",\"qa\":{\"maxConcurrent\":10}"));
    run(30);
    assertThat(driver.loads()).hasSize(2);
  }

  @Test
  void keeps_to_the_slots_of_the_project() {
    driver.put(PAGE, 200, List.of());
    offer(10, 10, false, settings(",\"qa\":{\"maxConcurrent\":2,\"dwellJitterPercent\":0}"));
    run(9);
    assertThat(driver.loads()).hasSize(2);
    run(9);
    assertThat(driver.loads()).hasSize(4);
  }

  @Test
  void spreads_starts_over_the_window_in_the_open_model() {
    driver.put(PAGE, 200, List.of());
    offer(
        6,
        6,
        true,
        settings(",\"timeOnPage\":\"1 second\"").replace(",\"timeOnPage\":\"10 seconds\"", ""));
    run(25);
    assertThat(driver.loads()).hasSize(3);
    run(40);
    assertThat(driver.loads()).hasSize(6);
    assertThat(budgets.settled()).containsEntry(GRANT, new Settled(6, 0));
  }

  @Test
  void what_did_not_start_in_its_window_is_dropped_never_late() {
    driver.put(PAGE, 200, List.of());
    offer(30, 30, true, settings(",\"qa\":{\"maxConcurrent\":1,\"dwellJitterPercent\":0}"));
    run(80);
    assertThat(budgets.settled()).containsEntry(GRANT, new Settled(6, 24));
    assertThat(store.visits()).hasSize(6);
  }

  @Test
  void a_stop_ends_dwells_uncharged_and_loads_no_further_page() {
    driver.put(PAGE, 200, List.of());
    offer(5, 5, false, settings(",\"innerUrls\":\"" + PAGE + "\",\"innerUrlCount\":5"));
    run(3);
    int loads = driver.loads().size();
    budgets.stop(GRANT);
    run(3);
    assertThat(driver.loads()).hasSize(loads);
    assertThat(store.visits())
        .hasSize(5)
        .allMatch(visit -> visit.outcome().equals(new VisitOutcome.Failed(FailureReason.STOPPED)));
    assertThat(budgets.settled()).containsEntry(GRANT, new Settled(5, 0));
  }

  @Test
  void a_page_with_an_error_is_a_hit_but_fails_its_visit() {
    driver.put(PAGE, 404, List.of());
    offer(1, 1, false, settings(""));
    run(3);
    assertThat(store.hits()).singleElement().matches(hit -> hit.status() == 404);
    assertThat(store.visits())
        .singleElement()
        .matches(visit -> visit.outcome().equals(new VisitOutcome.Failed(FailureReason.STATUS)));
  }

  @Test
  void a_driver_that_throws_costs_its_visit_alone() {
    open =
        grants(load -> {
          throw new IllegalStateException("broken");
        });
    engine = engine(open);
    offer(2, 2, false, settings(""));
    run(3);
    assertThat(store.visits())
        .hasSize(2)
        .allMatch(visit -> visit.outcome().equals(new VisitOutcome.Failed(FailureReason.DRIVER)));
    assertThat(budgets.settled()).containsEntry(GRANT, new Settled(2, 0));
  }

  @Test
  void receipts_wait_while_the_database_is_away() {
    driver.put(PAGE, 404, List.of());
    offer(1, 1, false, settings(""));
    run(1);
    store.away(true);
    assertThatThrownBy(() -> engine.run()).isInstanceOf(UncheckedIOException.class);
    store.away(false);
    run(2);
    assertThat(store.visits()).hasSize(1);
    assertThat(store.hits()).hasSize(1);
  }

  @Test
  void draining_takes_nothing_new_and_settles_what_runs() {
    driver.put(PAGE, 200, List.of());
    offer(2, 2, false, settings(""));
    run(2);
    DrainGrants drain = new DrainGrants(open, engine);
    drain.drain();
    assertThat(drain.drain()).isTrue();
    assertThat(budgets.settled()).containsEntry(GRANT, new Settled(2, 0));
    offer(2, 2, false, settings(""));
    run(2);
    assertThat(driver.loads()).hasSize(2);
  }

  private static final class AlwaysAlive implements NodeLeases {
    @Override
    public Lease register(String node, Instant now) {
      return new Lease(node, 1);
    }

    @Override
    public boolean renew(Lease lease, Instant now) {
      return true;
    }
  }
}
