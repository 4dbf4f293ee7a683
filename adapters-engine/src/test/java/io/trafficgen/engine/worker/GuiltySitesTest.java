package io.trafficgen.engine.worker;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.PageLoads;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.engine.HeldFile;
import io.trafficgen.engine.TestSite;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuiltySitesTest {
  private static final Duration MEMORY = Duration.ofMinutes(10);

  @TempDir private Path folder;

  @Test
  void a_site_is_remembered_for_a_while_from_its_last_fault_on() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
    GuiltySites guilty = new GuiltySites(MEMORY, () -> now.get());
    guilty.add("a");
    now.set(now.get().plus(MEMORY.dividedBy(2)));
    guilty.add("b");
    guilty.add("a");
    now.set(now.get().plus(MEMORY).minusSeconds(1));
    assertThat(guilty.contains("a")).isTrue();
    assertThat(guilty.contains("c")).isFalse();

    now.set(now.get().plusSeconds(1));

    assertThat(guilty.contains("a")).isFalse();
  }

  @Test
  void the_newest_thousand_are_remembered() {
    GuiltySites guilty = new GuiltySites(MEMORY, InstantSource.system());
    for (int i = 0; i <= 1_000; i++) {
      guilty.add("site " + i);
    }
    assertThat(guilty.contains("site 0")).isFalse();
    assertThat(guilty.contains("site 1")).isTrue();
    assertThat(guilty.contains("site 1000")).isTrue();
  }

  @Test
  void pages_of_a_site_that_ended_a_worker_are_loaded_alone_from_the_start() throws Exception {
    HeldFile file = new HeldFile("text/html", "<p>late, but here</p>");
    try (TestSite site = new TestSite()) {
      site.on("/slow", file);
      URI guilty = URI.create("http://cdn.shop.com:" + site.url("/").getPort() + "/slow");
      TestWorkers setting = TestWorkers.of(folder, site.host() + "," + guilty.getAuthority());
      try (IsolatedVisitDriver driver =
          setting.open(1, setting.launch(TestWorkers.JAVA), MEMORY, InstantSource.system())) {
        file.hold(1);
        CompletableFuture<LoadOutcome> first = load(driver, guilty);
        file.await(1);
        endAndAwait(driver.pids().getFirst(), first);
        file.hold(2);
        CompletableFuture<LoadOutcome> neighbour = load(driver, site.url("/slow"));
        file.await(1);
        long shared = driver.pids().getFirst();

        CompletableFuture<LoadOutcome> second = load(driver, guilty);
        file.await(1);

        assertThat(driver.pids()).hasSize(2).contains(shared);
        long own = driver.pids().stream().filter(pid -> pid != shared).findFirst().orElseThrow();
        endAndAwait(own, second);
        assertThat(driver.pids()).containsExactly(shared);
        file.release();
        assertThat(neighbour.get(30, TimeUnit.SECONDS)).isInstanceOf(Loaded.class);
        assertThat(site.seen()).hasSize(3);
      }
    }
    assertThat(folder.resolve("workers")).isEmptyDirectory();
  }

  private static CompletableFuture<LoadOutcome> load(IsolatedVisitDriver driver, URI page) {
    return CompletableFuture.supplyAsync(() -> driver.load(PageLoads.withoutScript(loadOf(page))));
  }

  /** As a page does that fills the memory. */
  private static void endAndAwait(long pid, CompletableFuture<LoadOutcome> load) throws Exception {
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    assertThat(load.get(30, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(
            NotLoaded.class, failed -> assertThat(failed.reason()).isEqualTo(FailureReason.DRIVER));
  }
}
