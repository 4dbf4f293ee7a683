package io.trafficgen.bootstrap.benchmark;

import io.trafficgen.bootstrap.journey.ServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Signed webhooks over HTTP until the money is on the balance, beside {@code pgbench} that makes
 * the same change in eight round trips on the same server (performance page, D and D').
 *
 * <p>The server is warm, as one that lives for weeks: a credit costs eight times as much in the
 * first ten seconds of load, twice as much after half a minute, half of that for the compilers,
 * which rest after a minute.
 */
public final class PaymentBenchmark {
  private static final int REPETITIONS = 3;

  /** Runs' lengths with each scenario; after all of them the compilers rest. */
  private static final int WARM_UP = 8;

  private static final List<Integer> CLIENTS = List.of(1, 8, 32);
  private static final List<Scenario> SCENARIOS =
      List.of(new Scenario("one hot account", 1), new Scenario("1,000 accounts", 1000));

  private final PaymentDeliveries product;
  private final Pgbench naive;
  private final BenchmarkDatabase database;
  private final CpuClock cpu;
  private final Duration length;

  private PaymentBenchmark(
      PaymentDeliveries product,
      Pgbench naive,
      BenchmarkDatabase database,
      CpuClock cpu,
      Duration length) {
    this.product = product;
    this.naive = naive;
    this.database = database;
    this.cpu = cpu;
    this.length = length;
  }

  /**
   * @param arguments seconds of one run
   */
  public static void main(String... arguments) throws Exception {
    Duration length = Duration.ofSeconds(Long.parseLong(arguments[0]));
    try (BenchmarkFolder data = BenchmarkFolder.make();
        ServerProcess server = ServerProcess.start(data.path(), Map.of())) {
      BenchmarkDatabase database = new BenchmarkDatabase(data.path().resolve("postgres"));
      database.addAccounts(SCENARIOS);
      Pgbench naive = Pgbench.find(database, data.path());
      PaymentDeliveries product = new PaymentDeliveries(server.address(), database);
      CpuClock cpu =
          new CpuClock(ProcessHandle.current(), ProcessHandle.of(database.process()).orElseThrow());
      new PaymentBenchmark(product, naive, database, cpu, length).run();
    }
  }

  private void run() throws Exception {
    for (Scenario scenario : SCENARIOS) {
      product.run(scenario, 32, length.multipliedBy(WARM_UP));
      naive.run(scenario, 8, length);
    }
    database.superuser("analyze");
    System.out.printf(
        "%n%-16s %7s | %-25s | %-25s | %s%n%-16s %7s | %9s %15s | %9s %15s |%n",
        "",
        "",
        "TrafficGen, over HTTP",
        "pgbench, 8 round trips",
        "ratio",
        "",
        "clients",
        "credits/s",
        "CPU ms a credit",
        "credits/s",
        "CPU ms a credit");
    for (Scenario scenario : SCENARIOS) {
      for (int clients : CLIENTS) {
        compare(scenario, clients);
      }
    }
  }

  private void compare(Scenario scenario, int clients) throws Exception {
    List<Figures> ours = new ArrayList<>();
    List<Figures> theirs = new ArrayList<>();
    for (int i = 0; i < REPETITIONS; i++) {
      ours.add(measured(() -> product.run(scenario, clients, length)));
      theirs.add(measured(() -> naive.run(scenario, clients, length)));
    }
    Figures our = Medians.run(ours, Figures::perSecond);
    Figures their = Medians.run(theirs, Figures::perSecond);
    System.out.printf(
        Locale.ROOT,
        "%-16s %7d | %9.0f %15.2f | %9.0f %15.2f | %5.2f%n",
        scenario.name(),
        clients,
        our.perSecond(),
        our.cpuMillis(),
        their.perSecond(),
        their.cpuMillis(),
        our.perSecond() / their.perSecond());
  }

  private Figures measured(Load load) throws Exception {
    database.superuser("checkpoint");
    Duration before = cpu.used();
    Credits credits = load.run();
    Duration used = cpu.used().minus(before);
    return new Figures(
        credits.count() / seconds(credits.time()), seconds(used) * 1000 / credits.count());
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private interface Load {
    Credits run() throws Exception;
  }

  /** Whose balances the credits go to, at random. */
  record Scenario(String name, int accounts) {
    /** Text before the number in an account's key. */
    String prefix() {
      return "payer-of-" + accounts + "-";
    }
  }

  /** What one run did. */
  record Credits(long count, Duration time) {}

  private record Figures(double perSecond, double cpuMillis) {}
}
