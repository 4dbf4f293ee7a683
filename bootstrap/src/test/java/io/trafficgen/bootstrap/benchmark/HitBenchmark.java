package io.trafficgen.bootstrap.benchmark;

import io.trafficgen.bootstrap.journey.ServerProcess;
import io.trafficgen.persistence.PostgresDatabase;
import io.trafficgen.persistence.PostgresHitStore;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Hits through the product's own port, beside a writer that does nothing but COPY the same rows
 * into a table of the same form on the same server (performance page, G).
 */
public final class HitBenchmark {
  private static final int REPETITIONS = 3;
  private static final int ROWS = 5_000;

  private final CpuClock cpu;
  private final Duration length;
  private final HitRowsMaker rows;

  private HitBenchmark(CpuClock cpu, Duration length, HitRowsMaker rows) {
    this.cpu = cpu;
    this.length = length;
    this.rows = rows;
  }

  /**
   * @param arguments seconds of one run
   */
  public static void main(String... arguments) throws Exception {
    Duration length = Duration.ofSeconds(Long.parseLong(arguments[0]));
    try (BenchmarkFolder data = BenchmarkFolder.make();
        ServerProcess server = ServerProcess.start(data.path(), Map.of())) {
      BenchmarkDatabase database = new BenchmarkDatabase(data.path().resolve("postgres"));
      HitRowsMaker rows = new HitRowsMaker();
      database.superuser(rows.grant());
      database.superuser(PlainCopy.TABLE);
      CpuClock cpu =
          new CpuClock(ProcessHandle.current(), ProcessHandle.of(database.process()).orElseThrow());
      try (PostgresDatabase own = database.open();
          Connection plain = database.connect()) {
        new HitBenchmark(cpu, length, rows)
            .run(new PostgresHitStore(own, "benchmark"), new PlainCopy(plain));
      }
      System.out.println("server at " + server.address() + " is done");
    }
  }

  private void run(PostgresHitStore store, PlainCopy peer) throws Exception {
    System.out.printf("%-28s %12s %18s%n", "", "rows/s", "CPU ms a 1,000");
    List<Figures> hits = new ArrayList<>();
    List<Figures> all = new ArrayList<>();
    List<Figures> plain = new ArrayList<>();
    for (int i = 0; i <= REPETITIONS; i++) {
      Figures ours = measured("hits", ROWS, () -> store.append(rows.hits(ROWS), List.of()));
      Figures theirs = measured("plain COPY", ROWS, () -> peer.copy(rows.hits(ROWS)));
      Figures both =
          measured(
              "hits with receipts and sums",
              ROWS + ROWS / 2,
              () -> store.append(rows.hits(ROWS), rows.visits(ROWS / 2)));
      if (i > 0) { // the first round is for the compilers
        hits.add(ours);
        plain.add(theirs);
        all.add(both);
      }
    }
    ratio("hits, rows/s to plain COPY", hits, plain, Figures::perSecond);
    ratio("hits with receipts and sums, rows/s to plain COPY", all, plain, Figures::perSecond);
    ratio("hits, CPU to plain COPY", hits, plain, Figures::cpuMillis);
  }

  private Figures measured(String name, int rowsABatch, Batch batch) throws Exception {
    Duration before = cpu.used();
    long start = System.nanoTime();
    long count = 0;
    do {
      batch.write();
      count += rowsABatch;
    } while (System.nanoTime() - start < length.toNanos());
    double seconds = (System.nanoTime() - start) / 1e9;
    double used = cpu.used().minus(before).toNanos() / 1e6;
    Figures figures = new Figures(count / seconds, used / (count / 1e3));
    System.out.printf(
        Locale.ROOT, "%-28s %12.0f %18.1f%n", name, figures.perSecond(), figures.cpuMillis());
    return figures;
  }

  private static void ratio(
      String name, List<Figures> ours, List<Figures> theirs, ToDoubleFunction<Figures> figure) {
    System.out.printf(
        Locale.ROOT, "%s: %.2f%n", name, Medians.of(ours, figure) / Medians.of(theirs, figure));
  }

  private interface Batch {
    void write() throws Exception;
  }

  private record Figures(double perSecond, double cpuMillis) {}
}
