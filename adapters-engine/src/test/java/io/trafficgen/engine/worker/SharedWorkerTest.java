package io.trafficgen.engine.worker;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.PageLoads;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.engine.TestSite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What loads in one worker see of one another's end. */
class SharedWorkerTest {
  @TempDir private Path folder;
  private final TestSite site = new TestSite();
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private IsolatedVisitDriver driver;

  @BeforeEach
  void open() throws Exception {
    driver = TestWorkers.of(folder, site.host()).open(1);
    site.html("/plain", "<p>fine</p>");
    site.html("/usual", "<script>setTimeout(function () { document.title = 'x' }, 1)</script>");
    site.on(
        "/slow",
        exchange -> {
          arrived.countDown();
          try {
            release.await(30, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          TestSite.send(exchange, 200, "text/html", "<p>late, but here</p>");
        });
  }

  @AfterEach
  void close() {
    release.countDown();
    driver.close();
    site.close();
    assertThat(folder.resolve("workers")).isEmptyDirectory();
  }

  @Test
  void a_load_that_is_given_up_lets_its_neighbours_end_and_no_new_ones_in() throws Exception {
    site.html("/bomb", "<p id=x></p><script>x.innerHTML = '<p>'.repeat(3e6)</script>");
    CompletableFuture<LoadOutcome> neighbour = slow();
    List<Long> first = driver.pids();

    LoadOutcome hung = driver.load(loadOf(site.url("/bomb"), List.of(), Duration.ofMillis(500)));
    assertThat(reason(hung)).isEqualTo(FailureReason.TIMEOUT);
    assertThat(load("/plain").get(30, TimeUnit.SECONDS)).isInstanceOf(Loaded.class);
    assertThat(driver.pids()).containsAll(first).hasSize(2);
    release.countDown();

    assertThat(neighbour.get(30, TimeUnit.SECONDS)).isInstanceOf(Loaded.class);
    assertThat(driver.pids()).hasSize(1).doesNotContainAnyElementsOf(first);
  }

  @Test
  void who_was_in_a_worker_that_ended_is_loaded_again_alone_and_the_guilty_one_fails()
      throws Exception {
    site.html("/full", "<script>var a = []; for (;;) a.push(new Array(1e7).fill(7))</script>");
    CompletableFuture<LoadOutcome> neighbour = slow();
    List<Long> first = driver.pids();

    CompletableFuture<LoadOutcome> guilty =
        CompletableFuture.supplyAsync(() -> driver.load(loadOf(site.url("/full"))));
    awaitEnd(first);
    release.countDown();

    assertThat(neighbour.get(30, TimeUnit.SECONDS)).isInstanceOf(Loaded.class);
    assertThat(reason(guilty.get(30, TimeUnit.SECONDS))).isEqualTo(FailureReason.DRIVER);
    assertThat(site.seen()).extracting(TestSite.Seen::path).filteredOn("/slow"::equals).hasSize(2);
  }

  @Test
  void a_worker_that_ends_with_a_single_load_fails_it() throws Exception {
    CompletableFuture<LoadOutcome> alone = slow();

    ProcessHandle.of(driver.pids().getFirst()).orElseThrow().destroyForcibly();

    assertThat(reason(alone.get(30, TimeUnit.SECONDS))).isEqualTo(FailureReason.DRIVER);
    assertThat(load("/plain").get(30, TimeUnit.SECONDS)).isInstanceOf(Loaded.class);
  }

  @Test
  void a_script_that_outlives_its_page_costs_the_worker_and_others_do_not() {
    site.html("/frame", "<iframe src='/endless-frame'></iframe>");
    site.html(
        "/endless-frame",
        "<p id=x></p><script>setTimeout(function () { x.innerHTML = '<p>'.repeat(3e6) },"
            + " 1)</script>");
    assertThat(driver.load(loadOf(site.url("/usual")))).isInstanceOf(Loaded.class);
    List<Long> first = driver.pids();
    assertThat(driver.load(loadOf(site.url("/usual")))).isInstanceOf(Loaded.class);
    assertThat(driver.pids()).isEqualTo(first);

    driver.load(loadOf(site.url("/frame")));

    assertThat(driver.pids()).doesNotContainAnyElementsOf(first);
  }

  @Test
  void a_closed_driver_stops_what_it_loads_and_leaves_no_process() throws Exception {
    CompletableFuture<LoadOutcome> stuck = slow();
    List<Long> pids = driver.pids();

    driver.close();

    assertThat(reason(stuck.get(10, TimeUnit.SECONDS))).isEqualTo(FailureReason.STOPPED);
    assertThat(reason(load("/plain").get(10, TimeUnit.SECONDS))).isEqualTo(FailureReason.STOPPED);
    assertThat(pids)
        .hasSize(1)
        .allSatisfy(pid ->
            assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse());
  }

  /** A load that is under way until {@link #release}. */
  private CompletableFuture<LoadOutcome> slow() throws InterruptedException {
    CompletableFuture<LoadOutcome> load = load("/slow");
    assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
    return load;
  }

  /** Without script, so that a fresh worker is soon there. */
  private CompletableFuture<LoadOutcome> load(String path) {
    PageLoad load = PageLoads.withoutScript(loadOf(site.url(path)));
    return CompletableFuture.supplyAsync(() -> driver.load(load));
  }

  private static void awaitEnd(List<Long> pids) throws Exception {
    for (long pid : pids) {
      ProcessHandle.of(pid).map(ProcessHandle::onExit).orElseThrow().get(30, TimeUnit.SECONDS);
    }
  }

  private static FailureReason reason(LoadOutcome outcome) {
    return assertThat(outcome)
        .asInstanceOf(InstanceOfAssertFactories.type(NotLoaded.class))
        .actual()
        .reason();
  }
}
