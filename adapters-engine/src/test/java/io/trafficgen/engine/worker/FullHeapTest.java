package io.trafficgen.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FullHeapTest {
  @Test
  void a_worker_ends_before_it_collects_without_end() throws Exception {
    assertThat(exitWith("0.5")).isZero();
    assertThat(exitWith("0.99")).isEqualTo(3);
  }

  private static int exitWith(String share) throws IOException, InterruptedException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-cp",
            System.getProperty("java.class.path"),
            FullHeapMain.class.getName(),
            share)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
