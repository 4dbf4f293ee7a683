package io.trafficgen.bootstrap.benchmark;

import io.trafficgen.bootstrap.benchmark.DwellMaker.Kind;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A hundred thousand visits that dwell at once, and the server's timers alone, beside a hashed
 * wheel and a scheduled pool with as many timeouts (performance page, B).
 */
public final class DwellBenchmark {
  private static final int REPETITIONS = 3;
  private static final int DWELLS = 100_000;

  private DwellBenchmark() {}

  /**
   * @param arguments seconds of a dwell in the mean; ends spread over 0.4 to 1.6 of it
   */
  public static void main(String... arguments) throws Exception {
    int seconds = Integer.parseInt(arguments[0]);
    for (Kind kind : Kind.values()) {
      measured(kind, seconds);
    }
    System.out.printf(
        "%-20s | %12s %8s | %12s %8s %8s%n",
        "a dwell of", "CPU us", "heap B", "late ms, p50", "p99", "max");
    Map<Kind, List<Figures>> runs = new EnumMap<>(Kind.class);
    for (int i = 0; i < REPETITIONS; i++) {
      for (Kind kind : Kind.values()) {
        Figures run = measured(kind, seconds);
        print(kind, List.of(run));
        runs.computeIfAbsent(kind, none -> new ArrayList<>()).add(run);
      }
    }
    System.out.println("medians");
    runs.forEach(DwellBenchmark::print);
    for (Kind peer : List.of(Kind.WHEEL, Kind.POOL)) {
      System.out.printf(
          Locale.ROOT,
          "the server's timers alone to the %s: processor time %.2f, heap %.2f%n",
          peer,
          ratio(runs, peer, Figures::cpuMicros),
          ratio(runs, peer, Figures::heap));
    }
    System.out.printf(
        Locale.ROOT,
        "a visit's own state, without its timer: %.0f B%n",
        Medians.of(runs.get(Kind.VISITS), Figures::heap)
            - Medians.of(runs.get(Kind.SERVER), Figures::heap));
  }

  private static void print(Kind kind, List<Figures> runs) {
    System.out.printf(
        Locale.ROOT,
        "%-20s | %12.1f %8.0f | %12.1f %8.1f %8.1f%n",
        kind,
        Medians.of(runs, Figures::cpuMicros),
        Medians.of(runs, Figures::heap),
        Medians.of(runs, Figures::p50),
        Medians.of(runs, Figures::p99),
        Medians.of(runs, Figures::max));
  }

  private static Figures measured(Kind kind, int seconds) throws Exception {
    DwellEnds ends = new DwellEnds(DwellingVisits.nanos(DWELLS, seconds));
    CpuClock cpu = new CpuClock(ProcessHandle.current());
    try (DwellMaker maker = kind.open(ends, seconds)) {
      long heap = heapUsed();
      Duration beforeBegin = cpu.used();
      for (int number = 0; number < DWELLS; number++) {
        maker.begin(number);
      }
      ends.awaitBegun();
      Duration beforeHeap = cpu.used();
      heap = heapUsed() - heap;
      Duration afterHeap = cpu.used();
      if (ends.anyEnded()) {
        throw new IllegalStateException(
            "ask for more seconds: some dwells ended before all had begun");
      }
      ends.awaitEnded();
      Duration used = cpu.used().minus(afterHeap).plus(beforeHeap).minus(beforeBegin);
      return new Figures(
          used.toNanos() / 1e3 / DWELLS,
          heap / (double) DWELLS,
          ends.lateMillis(0.5),
          ends.lateMillis(0.01),
          ends.lateMillis(0));
    }
  }

  /** Bytes, after garbage is gone. */
  private static long heapUsed() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static double ratio(
      Map<Kind, List<Figures>> runs, Kind peer, ToDoubleFunction<Figures> figure) {
    return Medians.of(runs.get(Kind.SERVER), figure) / Medians.of(runs.get(peer), figure);
  }

  private record Figures(double cpuMicros, double heap, double p50, double p99, double max) {}
}
