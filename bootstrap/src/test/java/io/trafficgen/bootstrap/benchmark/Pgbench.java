package io.trafficgen.bootstrap.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trafficgen.bootstrap.benchmark.PaymentBenchmark.Credits;
import io.trafficgen.bootstrap.benchmark.PaymentBenchmark.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The peer: PostgreSQL's own benchmark program with the change as most programs would make it. */
final class Pgbench {
  private static final String SCRIPT = "naive-credit.sql";
  private static final Pattern COUNT =
      Pattern.compile("number of transactions actually processed: ([0-9]+)");
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");

  private final BenchmarkDatabase database;
  private final Path script;

  private Pgbench(BenchmarkDatabase database, Path script) {
    this.database = database;
    this.script = script;
  }

  /**
   * @throws IOException if the machine has none
   */
  static Pgbench find(BenchmarkDatabase database, Path folder) throws IOException {
    try {
      new ProcessBuilder("pgbench", "--version").start();
    } catch (IOException e) {
      throw new IOException("no pgbench on the PATH; it comes with PostgreSQL's packages", e);
    }
    Path script = folder.resolve(SCRIPT);
    try (InputStream in = Pgbench.class.getResourceAsStream(SCRIPT)) {
      if (in == null) {
        throw new IOException("no " + SCRIPT + " on the class path");
      }
      Files.copy(in, script);
    }
    return new Pgbench(database, script);
  }

  /** Without the time that connecting took. */
  Credits run(Scenario scenario, int clients, Duration length) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=" + Math.min(clients, 2),
                "--time=" + length.toSeconds(),
                "--define=accounts=" + scenario.accounts(),
                "--file=" + script,
                "--host=127.0.0.1",
                "--port=" + database.port(),
                "--username=" + database.name(),
                database.name()));
    builder.environment().put("PGPASSWORD", database.password());
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0 || output.contains("aborted")) {
      throw new IOException("pgbench failed: " + output);
    }
    long count = Long.parseLong(found(COUNT, output));
    double seconds = count / Double.parseDouble(found(RATE, output));
    return new Credits(count, Duration.ofNanos((long) (seconds * 1e9)));
  }

  private static String found(Pattern pattern, String output) throws IOException {
    Matcher matcher = pattern.matcher(output);
    if (!matcher.find()) {
      throw new IOException("what does pgbench say? " + output);
    }
    return matcher.group(1);
  }
}
