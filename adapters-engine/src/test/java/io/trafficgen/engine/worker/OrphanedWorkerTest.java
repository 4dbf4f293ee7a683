package io.trafficgen.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.engine.TestSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanedWorkerTest {
  @Test
  void a_worker_whose_parent_is_killed_ends_and_tidies_up(@TempDir Path folder) throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    try (TestSite site = new TestSite()) {
      site.on(
          "/stuck",
          exchange -> {
            arrived.countDown();
            try {
              never.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      Process parent =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  ParentMain.class.getName(),
                  folder.toString(),
                  site.url("/stuck").toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
      List<ProcessHandle> workers = parent.children().toList();
      assertThat(workers).hasSize(1);

      parent.destroyForcibly();

      workers.getFirst().onExit().get(10, TimeUnit.SECONDS);
      try (Stream<Path> left = Files.list(folder)) {
        assertThat(left).isEmpty();
      }
    }
  }
}
