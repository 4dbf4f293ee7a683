package io.trafficgen.engine.worker;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
