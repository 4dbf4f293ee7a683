package io.trafficgen.bootstrap.benchmark;

import io.trafficgen.bootstrap.journey.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * From the start of the packed program on a PostgreSQL that runs to its first answer over HTTP,
 * plain, with an archive of its classes and, where the JVM knows it, with an ahead-of-time cache
 * (performance page, F).
 */
public final class RestartBenchmark {
  private static final int REPETITIONS = 5;

  /** Knows {@code -XX:AOTCacheOutput} (JEP 514). */
  private static final int KNOWS_CACHES = 25;

  private static final String PLAIN = "plain";

  private final Path jar;
  private final Path data;
  private final Map<String, String> settings;

  private RestartBenchmark(Path jar, Path data, Map<String, String> settings) {
    this.jar = jar;
    this.data = data;
    this.settings = settings;
  }

  /**
   * @param arguments any; the jar is that of {@code mvn package}
   */
  public static void main(String... arguments) throws Exception {
    Path jar = Path.of("target", "trafficgen.jar").toAbsolutePath();
    try (BenchmarkFolder folder = BenchmarkFolder.make();
        ServerProcess host = ServerProcess.start(folder.path().resolve("host"), Map.of())) {
      System.out.println("beside " + host.address());
      BenchmarkDatabase database = new BenchmarkDatabase(folder.path().resolve("host/postgres"));
      Map<String, String> settings =
          Map.of(
              "DATABASE_URL",
              "postgres://trafficgen:%s@127.0.0.1:%s/trafficgen"
                  .formatted(database.password(), database.port()));
      new RestartBenchmark(jar, folder.path().resolve("data"), settings).run(folder.path());
    }
  }

  private void run(Path folder) throws Exception {
    Map<String, List<String>> ways = new LinkedHashMap<>();
    ways.put(PLAIN, List.of());
    List<String> archived =
        List.of(
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=" + folder.resolve("trafficgen.jsa"));
    started(archived);
    ways.put("class archive", archived);
    if (Runtime.version().feature() >= KNOWS_CACHES) {
      Path cache = folder.resolve("trafficgen.aot");
      started(List.of("-XX:AOTCacheOutput=" + cache));
      ways.put("AOT cache", List.of("-XX:AOTCache=" + cache));
    }
    Map<String, List<Figures>> runs = new LinkedHashMap<>();
    System.out.printf("%-16s | %8s %8s%n", "", "wall ms", "CPU ms");
    for (int i = 0; i < REPETITIONS; i++) {
      for (Map.Entry<String, List<String>> way : ways.entrySet()) {
        Figures figures = started(way.getValue());
        System.out.printf(
            "%-16s | %8d %8d%n", way.getKey(), figures.wallMillis(), figures.cpuMillis());
        runs.computeIfAbsent(way.getKey(), first -> new ArrayList<>()).add(figures);
      }
    }
    List<Figures> plain = runs.getOrDefault(PLAIN, List.of());
    runs.forEach((way, figures) ->
        System.out.printf(
            Locale.ROOT,
            "%s, to the plain start: wall %.2f, CPU %.2f%n",
            way,
            Medians.of(figures, Figures::wallMillis) / Medians.of(plain, Figures::wallMillis),
            Medians.of(figures, Figures::cpuMillis) / Medians.of(plain, Figures::cpuMillis)));
  }

  private Figures started(List<String> options) throws Exception {
    long start = System.nanoTime();
    try (ServerProcess server = ServerProcess.startJar(jar, options, data, settings);
        KeptConnection connection = new KeptConnection(server.address())) {
      connection.exchange(
          "GET /api/billing/quote?amount=500 HTTP/1.1\r\nHost: "
              + server.address().getAuthority()
              + KeptConnection.END);
      long wallMillis = (System.nanoTime() - start) / 1_000_000;
      Duration cpu = new CpuClock(server.handle()).used();
      // Its pipes stay open: a JVM that writes its cache on the way out has something to say.
      server.handle().destroy();
      server.handle().onExit().join();
      return new Figures(wallMillis, cpu.toMillis());
    }
  }

  private record Figures(long wallMillis, long cpuMillis) {}
}
