package io.trafficgen.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.contract.VisitPorts;
import io.trafficgen.application.fake.RecordingLiveFeed;
import io.trafficgen.application.fake.RecordingNotices;
import io.trafficgen.application.fake.ScriptedVisitDriver;
import io.trafficgen.application.fake.SteppedTime;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.application.visit.ClosedHosts;
import io.trafficgen.application.visit.Engine;
import io.trafficgen.application.visit.ExitPool;
import io.trafficgen.application.visit.OpenGrants;
import io.trafficgen.application.visit.Outbox;
import io.trafficgen.application.visit.PaceProjects;
import io.trafficgen.application.visit.ProjectEnds;
import io.trafficgen.application.visit.RunGrants;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.exit.ExitList;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.ProofMethod;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import io.trafficgen.domain.site.SiteTerms;
import io.trafficgen.domain.site.Verification;
import io.trafficgen.domain.visit.Receipt;
import io.trafficgen.persistence.spool.FileHitSpool;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R7 of the security page: visits go on while the database is away, and nothing of them is lost.
 */
class DatabaseAwayTest extends PostgresPorts implements VisitPorts {
  private static final int VISITS = 5;

  /** As many as the pool holds. */
  private static final int MOST_DEAD = 10;

  @TempDir Path folder;

  private final SteppedTime time = new SteppedTime(Fixtures.NOW);
  private ScriptedVisitDriver driver;
  private URI page;
  private Account owner;
  private Project project;
  private FileHitSpool spool;

  @BeforeEach
  void begin() {
    driver = new ScriptedVisitDriver();
    page = URI.create("http://away-" + Fixtures.uuid() + ".example/");
    owner = Fixtures.account();
    driver.put(page, 200, List.of());
    project = project();
    spool = spool();
  }

  @AfterEach
  void closeSpool() {
    spool.close();
  }

  private FileHitSpool spool() {
    return FileHitSpool.open(folder.resolve("spool"), FileHitSpool.MOST_BYTES);
  }

  private RunGrants engine() {
    Outbox outbox = new Outbox(hits(), spool, pauses(), jars(), new RecordingLiveFeed());
    OpenGrants open =
        new OpenGrants(
            sites(),
            new ExitPool(ExitList.standard()),
            found(),
            jars(),
            new ClosedHosts(safeguards(), pauses(), closed -> {}),
            outbox,
            new Engine(driver, url -> true, Runnable::run, time, time, Duration.ofSeconds(30)));
    return new RunGrants("node", leases(), budgets(), outbox, open, () -> false, time);
  }

  /** All visits are in their dwell; then the database goes away, and they end. */
  private void visitWhileItIsAway(RunGrants engine) {
    new PaceProjects(
            projects(),
            sites(),
            new ExitPool(ExitList.standard()),
            budgets(),
            pauses(),
            new ProjectEnds(projects(), changes(), ledger(), new RecordingLiveFeed()),
            new RecordingNotices(),
            safeguards(),
            Fixtures::uuid,
            new SplittableRandom(1),
            time)
        .pace();
    engine.run();
    assertThat(driver.loads()).hasSize(VISITS);
    TestDatabase.away(database(), true);
    time.advance(Duration.ofSeconds(10));
    assertThatThrownBy(engine::run).isInstanceOf(UncheckedIOException.class);
    assertThat(spool.bytes()).isPositive();
    TestDatabase.away(database(), false);
  }

  private void everyVisitIsStoredAndCharged() {
    PageRequest all = new PageRequest(100, Optional.empty());
    assertThat(hits().hits(owner.id(), project.id(), all).orElseThrow().items())
        .extracting(hit -> hit.visit())
        .containsExactlyInAnyOrderElementsOf(
            driver.loads().stream().map(load -> load.visit()).toList());
    assertThat(hits().visits(owner.id(), project.id(), all).orElseThrow().items())
        .hasSize(VISITS)
        .allMatch(Receipt::charged);
    assertThat(spool.bytes()).isZero();
  }

  @Tag("long")
  @Test
  void visits_that_end_while_it_is_away_are_stored_and_charged_when_it_is_back() {
    RunGrants engine = engine();
    visitWhileItIsAway(engine);
    runAgain(engine);
    everyVisitIsStoredAndCharged();
  }

  @Test
  void what_a_process_left_is_stored_by_the_next_one_before_its_grants_end() {
    visitWhileItIsAway(engine());
    spool.close();
    spool = spool();
    runAgain(engine());
    everyVisitIsStoredAndCharged();
  }

  /**
   * A beat that meets one of the pool's dead connections fails, and the next one does its work; who
   * has failed ends the grants of others, an earlier process among them, a lease's life later.
   */
  private void runAgain(RunGrants engine) {
    for (int dead = 0; dead < MOST_DEAD; dead++) {
      try {
        engine.run();
      } catch (UncheckedIOException away) {
        // its connection is out of the pool now
      }
    }
    time.advance(leases().timeToLive());
    engine.run();
  }

  private Project project() {
    accounts().add(owner);
    WebhookEvent event = Fixtures.event();
    inbox().receive(event);
    ledger()
        .deposit(
            List.of(Fixtures.receipt(event.id(), owner.id(), Fixtures.payment("10.00"))),
            Fixtures::deposit);
    sites()
        .add(
            new Site(
                new SiteId(Fixtures.uuid()),
                owner.id(),
                Host.of(page),
                Optional.of(new Verification(ProofMethod.FILE, SiteTerms.none())),
                Optional.of(time.instant()),
                time.instant()));
    Project stopped =
        Fixtures.project(
            owner.id(),
            new VisitLimits(0, VISITS, Optional.empty()),
            """
            {"entryUrls":"%s","timeOnPage":"10 seconds",
             "qa":{"rampMinutes":0,"maxConcurrent":5,"dwellJitterPercent":0}}\
            """
                .formatted(page));
    projects().add(stopped);
    return projects().start(owner.id(), stopped.id(), time.instant()).orElseThrow();
  }
}
