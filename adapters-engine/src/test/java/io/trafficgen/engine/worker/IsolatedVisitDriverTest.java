package io.trafficgen.engine.worker;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.engine.BoundsContract;
import io.trafficgen.engine.ExitsContract;
import io.trafficgen.engine.HostilePagesContract;
import io.trafficgen.engine.HostileScriptsContract;
import io.trafficgen.engine.IdentityContract;
import io.trafficgen.engine.TestSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolatedVisitDriverTest
    implements HostilePagesContract,
        HostileScriptsContract,
        BoundsContract,
        ExitsContract,
        IdentityContract {
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final TestSite site = new TestSite();
  @TempDir static Path folder;
  private IsolatedVisitDriver driver;

  @BeforeAll
  void open() throws Exception {
    driver = open(2);
  }

  private IsolatedVisitDriver open(int workers) throws Exception {
    Path hosts = Files.writeString(folder.resolve("hosts"), HOSTS_FILE);
    return new IsolatedVisitDriver(
        settings(),
        new WorkerLaunch(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            System.getProperty("java.class.path"),
            folder.resolve("workers"),
            4,
            List.of("-D" + NamesOfTests.HOSTS + "=" + hosts)),
        workers,
        GRACE,
        InstantSource.system());
  }

  @AfterAll
  void close() throws Exception {
    driver.close();
    site.close();
    try (Stream<Path> left = Files.list(folder.resolve("workers"))) {
      assertThat(left).isEmpty();
    }
  }

  @Override
  public IsolatedVisitDriver driver() {
    return driver;
  }

  @Override
  public TestSite site() {
    return site;
  }

  @Test
  void a_page_that_hangs_the_parser_is_killed_and_the_next_load_works() {
    site.html("/bomb", "<p id=x></p><script>x.innerHTML = '<p>'.repeat(3e6)</script>");
    site.html("/after", "<p>fine</p>");

    LoadOutcome hung = driver.load(loadOf(site.url("/bomb"), List.of(), Duration.ofMillis(1_500)));

    assertThat(hung).isInstanceOf(NotLoaded.class);
    assertThat(((NotLoaded) hung).reason())
        .isIn(FailureReason.TIMEOUT, FailureReason.DRIVER, FailureReason.CONTENT);
    assertThat(((NotLoaded) hung).duration()).isLessThan(Duration.ofSeconds(8));
    assertThat(driver.load(loadOf(site.url("/after")))).isInstanceOf(Loaded.class);
  }

  @Test
  void a_killed_worker_costs_its_own_load_alone() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    site.on(
        "/slow",
        exchange -> {
          arrived.countDown();
          try {
            release.await(10, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          TestSite.send(exchange, 200, "text/html", "<p>late, but here</p>");
        });
    site.html("/spin", "<script>for (;;) { document.body = 1 }</script><p id=x></p>");
    CompletableFuture<LoadOutcome> neighbour =
        CompletableFuture.supplyAsync(() -> driver.load(loadOf(site.url("/slow"))));
    assertThat(arrived.await(15, TimeUnit.SECONDS)).isTrue();

    LoadOutcome spun = driver.load(loadOf(site.url("/spin"), List.of(), Duration.ofMillis(200)));
    release.countDown();

    assertThat(spun).isInstanceOf(NotLoaded.class);
    assertThat(neighbour.get(15, TimeUnit.SECONDS)).isInstanceOf(Loaded.class);
  }

  @Test
  void a_script_that_outlives_its_page_costs_the_worker_and_others_do_not() throws Exception {
    site.html("/frame", "<iframe src='/endless-frame'></iframe>");
    site.html(
        "/endless-frame",
        "<p id=x></p><script>setTimeout(function () { x.innerHTML = '<p>'.repeat(3e6) },"
            + " 1)</script>");
    site.html("/usual", "<script>setTimeout(function () { document.title = 'x' }, 1)</script>");
    try (IsolatedVisitDriver own = open(1)) {
      assertThat(own.load(loadOf(site.url("/usual")))).isInstanceOf(Loaded.class);
      List<Long> first = own.pids();
      assertThat(own.load(loadOf(site.url("/usual")))).isInstanceOf(Loaded.class);
      assertThat(own.pids()).isEqualTo(first);

      own.load(loadOf(site.url("/frame"), List.of(), Duration.ofSeconds(30)));

      assertThat(own.pids()).doesNotContainAnyElementsOf(first);
    }
  }

  @Test
  void a_closed_driver_stops_what_it_loads_and_leaves_no_process() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    site.on(
        "/stuck",
        exchange -> {
          arrived.countDown();
          try {
            never.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    IsolatedVisitDriver own = open(1);
    CompletableFuture<LoadOutcome> stuck =
        CompletableFuture.supplyAsync(() -> own.load(loadOf(site.url("/stuck"))));
    assertThat(arrived.await(15, TimeUnit.SECONDS)).isTrue();
    List<Long> pids = own.pids();

    own.close();
    never.countDown();

    assertThat(stuck.get(10, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(
            NotLoaded.class,
            outcome -> assertThat(outcome.reason()).isEqualTo(FailureReason.STOPPED));
    assertThat(pids)
        .hasSize(1)
        .allSatisfy(pid ->
            assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse());
  }
}
