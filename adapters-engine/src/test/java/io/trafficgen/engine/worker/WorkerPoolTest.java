package io.trafficgen.engine.worker;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.Together;
import io.trafficgen.application.port.Cookie;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.domain.visit.FailureReason;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that neither read nor answer, as one does that is stuck. */
class WorkerPoolTest {
  private static final URI PAGE = URI.create("http://localhost:1/");

  @TempDir private Path folder;
  private TestWorkers setting;
  private WorkerLaunch stuck;

  @BeforeEach
  void open() throws Exception {
    setting = TestWorkers.of(folder, "localhost:1");
    Path program = Files.writeString(folder.resolve("stuck"), "#!/bin/sh\nexec sleep 600\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    stuck = setting.launch(program);
  }

  @Test
  void retired_workers_are_no_more_than_those_that_serve() throws Exception {
    WorkerPool pool = new WorkerPool(setting.settings(), stuck, 1, InstantSource.system());
    Worker oldest = pool.take();
    CompletableFuture<LoadOutcome> in = oldest.begin(loadOf(PAGE), ample(), later());
    oldest.spoil();
    Worker older = pool.take();
    older.spoil();
    assertThat(pool.pids()).containsExactly(oldest.pid(), older.pid());

    Worker newest = pool.take();

    assertThat(pool.pids()).containsExactly(older.pid(), newest.pid());
    assertThat(in.handle((outcome, failure) -> failure).get(30, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(
            WorkerEndedException.class, ended -> assertThat(ended.hadCompany()).isTrue());
    assertThat(pool.take()).isSameAs(newest);
    pool.leave(oldest);
    pool.leave(older);
    assertThat(pool.pids()).containsExactly(newest.pid());
    pool.close();
    assertThat(setting.workerFolder()).isEmptyDirectory();
  }

  @Test
  void nobody_waits_for_a_process_that_another_starts_and_no_more_start_than_may()
      throws Exception {
    CompletableFuture<Boolean> held = new CompletableFuture<>();
    AtomicInteger starts = new AtomicInteger();
    WorkerProcess.Start slow =
        launch -> {
          starts.incrementAndGet();
          held.join();
          return WorkerProcess.start(launch);
        };
    WorkerPool pool = new WorkerPool(slow, setting.settings(), stuck, 2, InstantSource.system());

    List<Worker> taken = Together.collect(8, () -> List.of(pool.take()), 1);

    assertThat(Set.copyOf(taken)).hasSize(2);
    CompletableFuture<LoadOutcome> load = taken.getFirst().begin(loadOf(PAGE), ample(), later());
    held.complete(true);
    assertThat(pool.pids()).hasSize(2);
    assertThat(starts).hasValue(2);
    assertThat(load).isNotDone();
    pool.close();
    assertThat(load.handle((outcome, failure) -> failure).get(30, TimeUnit.SECONDS))
        .isInstanceOf(WorkerEndedException.class);
    assertThat(setting.workerFolder()).isEmptyDirectory();
  }

  @Test
  void a_process_that_starts_when_nobody_wants_it_any_more_is_ended() throws Exception {
    CompletableFuture<Boolean> held = new CompletableFuture<>();
    CompletableFuture<Process> process = new CompletableFuture<>();
    WorkerProcess.Start slow =
        launch -> {
          held.join();
          WorkerProcess started = WorkerProcess.start(launch);
          process.complete(started.process());
          return started;
        };
    WorkerPool pool = new WorkerPool(slow, setting.settings(), stuck, 1, InstantSource.system());
    Worker unwanted = pool.take();
    unwanted.kill();
    held.complete(true);

    assertThat(process.get(30, TimeUnit.SECONDS).waitFor(30, TimeUnit.SECONDS)).isTrue();
    pool.leave(unwanted);
    assertThat(pool.pids()).isEmpty();
    assertThat(setting.workerFolder()).isEmptyDirectory();
  }

  @Test
  void where_no_worker_can_be_started_loads_fail_and_their_worker_is_forgotten() throws Exception {
    Path full = Files.createFile(setting.workerFolder());
    WorkerLaunch nothing =
        new WorkerLaunch(stuck.java(), stuck.classPath(), full, 1, stuck.options());
    try (IsolatedVisitDriver driver = setting.open(1, nothing, InstantSource.system())) {
      for (int i = 0; i < 2; i++) {
        assertThat(driver.load(loadOf(PAGE)))
            .isInstanceOfSatisfying(
                NotLoaded.class,
                failed -> assertThat(failed.reason()).isEqualTo(FailureReason.DRIVER));
      }
      assertThat(driver.pids()).isEmpty();
    }
  }

  @Test
  void a_worker_that_does_not_read_costs_its_loads_and_no_more() throws Exception {
    List<Cookie> more =
        Collections.nCopies(
            100,
            new Cookie("a", "b".repeat(2_000), "localhost", "/", Optional.empty(), false, false));
    try (IsolatedVisitDriver driver = setting.open(1, stuck, InstantSource.system())) {
      CompletableFuture<LoadOutcome> load =
          CompletableFuture.supplyAsync(
              () -> driver.load(loadOf(PAGE, more, Duration.ofMillis(100))));

      assertThat(load.get(30, TimeUnit.SECONDS))
          .isInstanceOfSatisfying(
              NotLoaded.class,
              failed -> assertThat(failed.reason()).isEqualTo(FailureReason.TIMEOUT));
      assertThat(driver.pids()).isEmpty();
    }
    assertThat(setting.workerFolder()).isEmptyDirectory();
  }

  private static Duration ample() {
    return Duration.ofSeconds(30);
  }

  private static Instant later() {
    return InstantSource.system().instant().plus(ample());
  }
}
