package io.trafficgen.bootstrap.benchmark;

import io.trafficgen.bootstrap.benchmark.VisitMaker.Kind;
import io.trafficgen.bootstrap.benchmark.VisitProcess.Run;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a visit costs, and what the processes hold, after ten times as many visits each: neither may
 * grow (performance page, A3).
 */
public final class VisitGrowthBenchmark {
  private static final Duration STEP = Duration.ofMillis(250);

  private VisitGrowthBenchmark() {}

  /**
   * @param arguments seconds for visits with script, then for visits without
   */
  public static void main(String... arguments) throws Exception {
    Duration length = Duration.ofSeconds(Long.parseLong(arguments[0]));
    System.out.printf("%-24s | %9s %13s %s%n", "", "visits", "CPU ms/visit", "MB: server, workers");
    try (VisitSite site = new VisitSite()) {
      for (Kind kind : List.of(Kind.TRAFFICGEN, Kind.TRAFFICGEN_MINIMIZE_CPU)) {
        try (VisitProcess process = new VisitProcess(kind, site.urls())) {
          grow(kind, process, length);
        }
      }
    }
  }

  private static void grow(Kind kind, VisitProcess process, Duration length) throws IOException {
    long end = System.nanoTime() + length.toNanos();
    long made = 0;
    for (long goal = 10; System.nanoTime() < end; goal *= 10) {
      long before = made;
      Duration cpu = Duration.ZERO;
      while (made < goal && System.nanoTime() < end) {
        Run run = process.make(STEP);
        made += run.count();
        cpu = cpu.plus(run.cpu());
      }
      System.out.printf(
          Locale.ROOT,
          "%-24s | %9d %13.2f %s%n",
          kind,
          made,
          cpu.toNanos() / 1e6 / Math.max(1, made - before),
          process.memory());
    }
  }
}
