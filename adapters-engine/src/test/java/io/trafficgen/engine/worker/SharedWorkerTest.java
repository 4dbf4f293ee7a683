package io.trafficgen.engine.worker;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.PageLoads;
import io.trafficgen.application.contract.VisitDriverContract;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.engine.HeldFile;
import io.trafficgen.engine.TestSite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What loads in one worker see of one another's end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedWorkerTest {
  @TempDir static Path folder;
  private final TestSite site = new TestSite();
  private final HeldFile file = new HeldFile("text/html", "<p>late, but here</p>");
  private int seenBefore;
  private TestWorkers setting;
  private IsolatedVisitDriver driver;

  @BeforeAll
  void open() throws Exception {
    setting = TestWorkers.of(folder, site.host());
    driver = setting.open(1);
    site.html("/plain", "<p>fine</p>");
    site.html("/usual", "<script>setTimeout(function () { document.title = 'x' }, 1)</script>");
    site.on("/slow", file);
  }

  @BeforeEach
  void begin() {
    seenBefore = site.seen().size();
    file.hold(1);
  }

  @AfterEach
  void end() {
    file.release();
  }

  @AfterAll
  void close() {
    driver.close();
    site.close();
    assertThat(setting.workerFolder()).isEmptyDirectory();
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
    file.release();

    assertThat(neighbour.get(30, TimeUnit.SECONDS)).isInstanceOf(Loaded.class);
    assertThat(driver.pids()).hasSize(1).doesNotContainAnyElementsOf(first);
  }

  @Test
  void who_was_in_a_worker_that_ended_is_loaded_again_alone_and_the_guilty_one_fails()
      throws Exception {
    site.html("/full", "<script>var a = []; for (;;) a.push('x'.repeat(2e8))</script>");
    CompletableFuture<LoadOutcome> neighbour = slow();
    List<Long> first = driver.pids();

    CompletableFuture<LoadOutcome> guilty =
        CompletableFuture.supplyAsync(() -> driver.load(loadOf(site.url("/full"))));
    ProcessHandle worker = ProcessHandle.of(first.getFirst()).orElseThrow();
    worker.onExit().get(30, TimeUnit.SECONDS);
    file.release();

    assertThat(neighbour.get(30, TimeUnit.SECONDS)).isInstanceOf(Loaded.class);
    assertThat(reason(guilty.get(30, TimeUnit.SECONDS))).isEqualTo(FailureReason.DRIVER);
    assertThat(visits("/slow")).isEqualTo(2);
  }

  @Test
  void who_has_no_time_left_is_not_loaded_again() throws Exception {
    AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);
    InstantSource clock = () -> InstantSource.system().instant().plus(passed.get());
    try (IsolatedVisitDriver own = setting.open(1, setting.launch(TestWorkers.JAVA), clock)) {
      file.hold(2);
      List<CompletableFuture<LoadOutcome>> loads = List.of(load(own, "/slow"), load(own, "/slow"));
      file.await(2);
      passed.set(VisitDriverContract.AMPLE);

      ProcessHandle.of(own.pids().getFirst()).orElseThrow().destroyForcibly();

      for (CompletableFuture<LoadOutcome> load : loads) {
        assertThat(reason(load.get(30, TimeUnit.SECONDS))).isEqualTo(FailureReason.DRIVER);
      }
      assertThat(visits("/slow")).isEqualTo(2);
    }
  }

  @Test
  void a_worker_that_ends_with_a_single_load_fails_it() throws Exception {
    CompletableFuture<LoadOutcome> alone = slow();

    ProcessHandle.of(driver.pids().getFirst()).orElseThrow().destroyForcibly();

    assertThat(reason(alone.get(30, TimeUnit.SECONDS))).isEqualTo(FailureReason.DRIVER);
    assertThat(load("/plain").get(30, TimeUnit.SECONDS)).isInstanceOf(Loaded.class);
  }

  /** Long, since HtmlUnit waits ten seconds for it; {@link LoadThreadsTest} has the short form. */
  @Test
  @Tag("long")
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
    IsolatedVisitDriver own = setting.open(1);
    CompletableFuture<LoadOutcome> stuck = load(own, "/slow");
    file.await(1);
    List<Long> pids = own.pids();

    own.close();

    assertThat(reason(stuck.get(10, TimeUnit.SECONDS))).isEqualTo(FailureReason.STOPPED);
    assertThat(reason(load(own, "/plain").get(10, TimeUnit.SECONDS)))
        .isEqualTo(FailureReason.STOPPED);
    assertThat(pids)
        .hasSize(1)
        .allSatisfy(pid ->
            assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse());
  }

  /** A load that is under way until the file is released. */
  private CompletableFuture<LoadOutcome> slow() throws InterruptedException {
    CompletableFuture<LoadOutcome> load = load("/slow");
    file.await(1);
    return load;
  }

  private CompletableFuture<LoadOutcome> load(String path) {
    return load(driver, path);
  }

  /** Without script, so that a fresh worker is soon there. */
  private CompletableFuture<LoadOutcome> load(IsolatedVisitDriver by, String path) {
    PageLoad load = PageLoads.withoutScript(loadOf(site.url(path)));
    return CompletableFuture.supplyAsync(() -> by.load(load));
  }

  private long visits(String path) {
    return site.seen().stream().skip(seenBefore).filter(seen -> seen.path().equals(path)).count();
  }

  private static FailureReason reason(LoadOutcome outcome) {
    return assertThat(outcome)
        .asInstanceOf(InstanceOfAssertFactories.type(NotLoaded.class))
        .actual()
        .reason();
  }
}
