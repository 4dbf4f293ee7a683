package io.trafficgen.engine.worker;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.engine.TestSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each attack costs its own visit alone. There is one worker, so that the others share it: a visit
 * to a good page that is under way meanwhile succeeds, and so does the next one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostilePagesTest {
  private static final Duration DEADLINE = Duration.ofSeconds(3);

  @TempDir static Path folder;
  private final TestSite site = new TestSite();
  private IsolatedVisitDriver driver;

  @BeforeAll
  void open() throws Exception {
    driver = TestWorkers.of(folder, site.host()).open(1);
    site.text("/good.js", "text/javascript", "document.title = 'good'");
    site.html("/good", "<script src='/good.js'></script><a href='/next'>on</a>");
  }

  @AfterAll
  void close() {
    driver.close();
    site.close();
  }

  static Stream<Attack> attacks() throws Exception {
    Path canary = Files.writeString(folder.resolve("canary.js"), "tell('canary')");
    return Stream.of(
            Attack.greedy(),
            Attack.curious(canary.toUri().toString()),
            AttackingServer.attacks(),
            Boolean.getBoolean("trafficgen.long") ? Attack.deadly() : List.<Attack>of())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void an_attack_costs_its_own_visit_alone(Attack attack) throws Exception {
    site.on("/greedy", attack.page());
    for (int i = 0; i < 5; i++) {
      site.on("/greedy?" + i, attack.page());
    }

    CompletableFuture<LoadOutcome> attacker =
        CompletableFuture.supplyAsync(
            () -> driver.load(loadOf(site.url("/greedy"), List.of(), DEADLINE)));
    CompletableFuture<LoadOutcome> neighbour =
        CompletableFuture.supplyAsync(() -> driver.load(loadOf(site.url("/good"))));

    assertThat(neighbour.get(40, TimeUnit.SECONDS)).isInstanceOf(Loaded.class);
    switch (attacker.get(40, TimeUnit.SECONDS)) {
      case Loaded loaded -> assertThat(attack.ends()).as(loaded.toString()).isEmpty();
      case NotLoaded failed -> assertThat(failed.reason()).as(failed.detail()).isIn(attack.ends());
    }
    assertThat(driver.load(loadOf(site.url("/good")))).isInstanceOf(Loaded.class);
    assertThat(site.seen()).extracting(TestSite.Seen::path).doesNotContain("/leaked");
  }
}
