package io.trafficgen.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.fake.ScriptedVisitDriver;
import io.trafficgen.application.port.HitStore.StatsRequest;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.ProofMethod;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import io.trafficgen.domain.site.SiteTerms;
import io.trafficgen.domain.site.Verification;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.ProjectStats;
import io.trafficgen.domain.visit.Receipt;
import io.trafficgen.persistence.PostgresAccounts;
import io.trafficgen.persistence.PostgresDatabase;
import io.trafficgen.persistence.PostgresNodeLeases;
import io.trafficgen.persistence.PostgresWebhookInbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R7 of the security page: visits go on while the database is away, and nothing of them is lost.
 */
class DatabaseAwayTest {
  private static final Host SHOP = Host.parse("shop.example");
  private static final URI PAGE = URI.create("http://shop.example/");
  private static final int VISITS = 5;

  @TempDir Path folder;

  private final Account owner = Fixtures.account();
  private final ScriptedVisitDriver driver = new ScriptedVisitDriver();
  private final CountDownLatch answering = new CountDownLatch(1);

  @Test
  void visits_that_end_while_it_is_away_are_stored_and_charged_when_it_is_back() throws Exception {
    driver.answer(
        PAGE,
        load -> {
          try {
            answering.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return ScriptedVisitDriver.page(load, 200, List.of());
        });
    AppConfig config =
        AppConfig.of(Map.of("TRAFFICGEN_DATA", folder.resolve("data").toString()), folder);
    EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
    try (PostgresDatabase database = PostgresDatabase.open(postgres.address(), 6)) {
      database.makeHitPartitions(2);
      try (Wiring wiring =
              new Wiring(
                  config,
                  DataFolder.open(config.data()),
                  database,
                  PostgresNodeLeases.TIME_TO_LIVE,
                  real -> driver);
          Schedules schedules = new Schedules()) {
        Project project = project(wiring);
        Node.visits(wiring, schedules);
        await(() -> driver.loads().size() == VISITS);

        postgres.close();
        answering.countDown();
        Path spool = config.data().resolve("spool").resolve("hits");
        await(() -> size(spool) > 100);
        postgres = EmbeddedPostgres.start(folder);

        await(() -> billed(wiring, project) == VISITS);
        Set<String> visits =
            driver.loads().stream()
                .map(load -> load.visit().toString())
                .collect(Collectors.toSet());
        PageRequest all = new PageRequest(100, Optional.empty());
        assertThat(wiring.hits.hits(owner.id(), project.id(), all).orElseThrow().items())
            .extracting(Hit::visit)
            .hasSize(VISITS)
            .extracting(Object::toString)
            .containsExactlyInAnyOrderElementsOf(visits);
        assertThat(wiring.hits.visits(owner.id(), project.id(), all).orElseThrow().items())
            .hasSize(VISITS)
            .allMatch(Receipt::charged);
        await(() -> size(spool) < 100);
        assertThat(wiring.ledger.reconcile()).isEmpty();
      }
    } finally {
      postgres.close();
    }
  }

  private Project project(Wiring wiring) {
    Instant now = wiring.clock.instant();
    new PostgresAccounts(wiring.database).add(owner);
    WebhookEvent event = Fixtures.event();
    new PostgresWebhookInbox(wiring.database).receive(event);
    wiring.ledger.deposit(
        List.of(Fixtures.receipt(event.id(), owner.id(), Fixtures.payment("10.00"))),
        Fixtures::deposit);
    wiring.sites.add(
        new Site(
            new SiteId(Fixtures.uuid()),
            owner.id(),
            SHOP,
            Optional.of(new Verification(ProofMethod.FILE, SiteTerms.none())),
            Optional.of(now),
            now));
    Project project =
        Fixtures.project(
            owner.id(),
            new VisitLimits(0, VISITS, Optional.empty()),
            "{\"entryUrls\":\""
                + PAGE
                + "\",\"timeOnPage\":\"1 second\",\"qa\":{\"rampMinutes\":0,\"maxConcurrent\":5}}");
    wiring.projects.add(project);
    return wiring.projects.start(owner.id(), project.id(), now).orElseThrow();
  }

  private long billed(Wiring wiring, Project project) {
    StatsRequest request =
        new StatsRequest(
            LocalDate.ofInstant(wiring.clock.instant(), ZoneOffset.UTC),
            ZoneOffset.UTC,
            ProjectStats.Step.HOUR);
    return wiring.hits.stats(owner.id(), project.id(), request).orElseThrow().totals().billed();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(BooleanSupplier wanted) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!wanted.getAsBoolean()) {
      assertThat(System.nanoTime()).as("too long").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
