package io.trafficgen.bootstrap.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * User and system time of programs and of what they started, from {@code /proc} (proc(5)). Ended
 * children count through their parent.
 */
final class CpuClock {
  /** Linux counts in hundredths of a second towards programs, on every machine. */
  private static final long TICK_MILLIS = 10;

  /** Fields 14 to 17; the second one is in brackets, and the text after it starts with field 3. */
  private static final int FIRST = 14 - 3;

  private static final int AFTER_LAST = 17 - 3 + 1;

  private final List<ProcessHandle> roots;

  CpuClock(ProcessHandle... roots) {
    this.roots = List.of(roots);
  }

  /** What they all used since they began. */
  Duration used() throws IOException {
    long[] processes =
        roots.stream()
            .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
            .mapToLong(ProcessHandle::pid)
            .distinct()
            .toArray();
    long ticks = 0;
    for (long process : processes) {
      ticks += ticks(process);
    }
    return Duration.ofMillis(ticks * TICK_MILLIS);
  }

  private static long ticks(long process) throws IOException {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return LongStream.range(FIRST, AFTER_LAST)
          .map(field -> Long.parseLong(fields[(int) field]))
          .sum();
    } catch (IOException e) {
      if (ProcessHandle.of(process).isPresent()) {
        throw e;
      }
      return 0; // it ended meanwhile
    }
  }
}
