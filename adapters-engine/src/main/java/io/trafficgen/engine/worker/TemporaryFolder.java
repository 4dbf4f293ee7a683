package io.trafficgen.engine.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of one worker, removed by whichever side is left. */
final class TemporaryFolder {
  private TemporaryFolder() {}

  static Path create(Path parent) throws IOException {
    Files.createDirectories(parent);
    return Files.createTempDirectory(parent.toAbsolutePath(), "worker-");
  }

  /** As far as it goes: both sides may be at it. */
  static void remove(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      // gone already, or still written to by a dying process; the operating system's business
    }
  }
}
