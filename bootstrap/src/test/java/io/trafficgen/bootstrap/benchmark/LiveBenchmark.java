package io.trafficgen.bootstrap.benchmark;

import io.trafficgen.bootstrap.benchmark.LiveReaders.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A thousand readers of a thousand events a second, with and without fifty who never read, beside
 * Node's HTTP server that makes one write for each reader and tick (performance page, E).
 */
public final class LiveBenchmark {
  private static final int REPETITIONS = 3;
  private static final int READERS = 1_000;
  private static final int STALLED = 50;
  private static final int EVENTS_PER_SECOND = 1_000;

  /** Until the compilers rest, and the buffers towards who does not read are full. */
  private static final Duration WARM_UP = Duration.ofSeconds(20);

  private LiveBenchmark() {}

  /**
   * @param arguments seconds of one run
   */
  public static void main(String... arguments) throws Exception {
    Duration length = Duration.ofSeconds(Long.parseLong(arguments[0]));
    List<Figures> ours = new ArrayList<>();
    List<Figures> theirs = new ArrayList<>();
    System.out.printf(
        "%-10s %8s | %13s %18s %10s%n",
        "", "stalled", "deliveries/s", "deliveries/CPU s", "p99 ms");
    for (int i = 0; i < REPETITIONS; i++) {
      for (int stalled : List.of(0, STALLED)) {
        try (LiveServer server = LiveServer.trafficGen(EVENTS_PER_SECOND)) {
          ours.add(measured(server, stalled, length));
        }
        try (LiveServer server = LiveServer.node(EVENTS_PER_SECOND)) {
          theirs.add(measured(server, stalled, length));
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "deliveries for a second of processor, to Node's: %.2f%n",
        Medians.of(ours, Figures::perCpuSecond) / Medians.of(theirs, Figures::perCpuSecond));
    System.out.printf(
        Locale.ROOT,
        "p99 with %d stalled readers, to that without: %.2f%n",
        STALLED,
        Medians.of(only(ours, STALLED), Figures::p99) / Medians.of(only(ours, 0), Figures::p99));
  }

  private static Figures measured(LiveServer server, int stalled, Duration length)
      throws Exception {
    try (LiveReaders readers = LiveReaders.open(server.stream(), READERS - stalled, stalled)) {
      readers.read(WARM_UP);
      CpuClock cpu = new CpuClock(server.process());
      Duration before = cpu.used();
      Reading reading = readers.read(length);
      Duration used = cpu.used().minus(before);
      Figures figures =
          new Figures(
              stalled,
              reading.deliveries() / seconds(reading.time()),
              reading.deliveries() / seconds(used),
              reading.p99().toNanos() / 1e6);
      System.out.printf(
          Locale.ROOT,
          "%-10s %8d | %13.0f %18.0f %10.1f%n",
          server.name(),
          stalled,
          figures.perSecond(),
          figures.perCpuSecond(),
          figures.p99());
      return figures;
    }
  }

  private static List<Figures> only(List<Figures> figures, int stalled) {
    return figures.stream().filter(run -> run.stalled() == stalled).toList();
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private record Figures(int stalled, double perSecond, double perCpuSecond, double p99) {}
}
