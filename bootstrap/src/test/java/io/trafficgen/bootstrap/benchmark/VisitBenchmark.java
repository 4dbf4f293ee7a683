package io.trafficgen.bootstrap.benchmark;

import io.trafficgen.bootstrap.benchmark.VisitMaker.Kind;
import io.trafficgen.bootstrap.benchmark.VisitProcess.Run;
import io.trafficgen.bootstrap.journey.Chromium;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Visits to a page of 14 files, script on and off, beside stock HtmlUnit, Chromium, Gatling and a
 * plain fetch of the same files, each in a process of its own (performance page, A1 and A2).
 */
public final class VisitBenchmark {
  private static final int REPETITIONS = 3;

  /** Runs' lengths until the compilers rest: workers live long, and warm peers are the rivals. */
  private static final int WARM_UP = 30;

  private VisitBenchmark() {}

  /**
   * @param arguments seconds of one run
   */
  public static void main(String... arguments) throws Exception {
    Duration length = Duration.ofSeconds(Long.parseLong(arguments[0]));
    Set<Kind> kinds = EnumSet.allOf(Kind.class);
    if (!Chromium.isInstalled()) {
      System.out.println("Chromium is not installed here and left out.");
      kinds.remove(Kind.CHROMIUM);
    }
    if (GatlingVisits.classPath().isEmpty()) {
      kinds.remove(Kind.GATLING);
    }
    try (VisitSite site = new VisitSite()) {
      Map<Kind, VisitProcess> processes = new EnumMap<>(Kind.class);
      try {
        for (Kind kind : kinds) {
          processes.put(kind, new VisitProcess(kind, site.urls()));
        }
        run(site, processes, length);
      } finally {
        processes.values().forEach(VisitProcess::close);
      }
    }
  }

  private static void run(VisitSite site, Map<Kind, VisitProcess> processes, Duration length)
      throws Exception {
    for (VisitProcess process : processes.values()) {
      process.make(length.multipliedBy(WARM_UP));
    }
    Map<Kind, List<Run>> runs = new EnumMap<>(Kind.class);
    Map<Kind, Double> requests = new EnumMap<>(Kind.class);
    for (int i = 0; i < REPETITIONS; i++) {
      for (Map.Entry<Kind, VisitProcess> process : processes.entrySet()) {
        long before = site.requests();
        Run run = process.getValue().make(length);
        requests.put(process.getKey(), (site.requests() - before) / (double) run.count());
        runs.computeIfAbsent(process.getKey(), none -> new ArrayList<>()).add(run);
      }
    }
    System.out.printf(
        "%n%-24s | %9s %8s %13s %s%n", "", "requests", "visits/s", "CPU ms/visit", "MB");
    processes.forEach((kind, process) -> {
      Run run = Medians.run(runs.get(kind), Run::cpuMillis);
      System.out.printf(
          Locale.ROOT,
          "%-24s | %9.1f %8.1f %13.2f %s%n",
          kind,
          requests.get(kind),
          run.perSecond(),
          run.cpuMillis(),
          process.memory());
    });
    ratios(runs);
  }

  private static void ratios(Map<Kind, List<Run>> runs) {
    ratio(runs, Kind.TRAFFICGEN, Kind.STOCK_HTMLUNIT);
    ratio(runs, Kind.TRAFFICGEN, Kind.CHROMIUM);
    ratio(runs, Kind.TRAFFICGEN_MINIMIZE_CPU, Kind.FETCH);
    ratio(runs, Kind.TRAFFICGEN_MINIMIZE_CPU, Kind.GATLING);
  }

  private static void ratio(Map<Kind, List<Run>> runs, Kind ours, Kind peer) {
    if (runs.containsKey(peer)) {
      System.out.printf(
          Locale.ROOT,
          "processor time of a visit, %s to %s: %.3f%n",
          ours,
          peer,
          Medians.of(runs.get(ours), Run::cpuMillis) / Medians.of(runs.get(peer), Run::cpuMillis));
    }
  }
}
