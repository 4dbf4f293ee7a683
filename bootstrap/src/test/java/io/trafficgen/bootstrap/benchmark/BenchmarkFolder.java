package io.trafficgen.bootstrap.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that goes with its benchmark, and all that is in it. */
record BenchmarkFolder(Path path) implements AutoCloseable {
  static BenchmarkFolder make() throws IOException {
    return new BenchmarkFolder(Files.createTempDirectory("trafficgen-benchmark"));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> paths = Files.walk(path)) {
      for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
