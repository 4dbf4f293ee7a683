package io.trafficgen.bootstrap.benchmark;

import io.trafficgen.bootstrap.journey.ServerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * From the start of the packed program on a PostgreSQL that runs to its first answer, with an
 * archive of its classes and without (performance page, F).
 */
public final class RestartBenchmark {
  private static final int REPETITIONS = 5;

  private RestartBenchmark() {}

  /**
   * @param arguments any; the jar is that of {@code mvn package}
   */
  public static void main(String... arguments) throws Exception {
    Path jar = Path.of("target", "trafficgen.jar").toAbsolutePath();
    try (BenchmarkFolder folder = BenchmarkFolder.make();
        ServerProcess host = ServerProcess.start(folder.path().resolve("host"), Map.of())) {
      Path archive = folder.path().resolve("trafficgen.jsa");
      List<String> archived =
          List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive);
      BenchmarkDatabase database = new BenchmarkDatabase(folder.path().resolve("host/postgres"));
      Map<String, String> settings =
          Map.of(
              "DATABASE_URL",
              "postgres://trafficgen:%s@127.0.0.1:%s/trafficgen"
                  .formatted(database.password(), database.port()));
      Path data = folder.path().resolve("data");
      started(jar, archived, data, settings);
      List<Figures> plain = new ArrayList<>();
      List<Figures> fast = new ArrayList<>();
      System.out.printf("beside %s%n%-16s | %8s %8s%n", host.address(), "", "wall ms", "CPU ms");
      for (int i = 0; i < REPETITIONS; i++) {
        plain.add(printed("plain", started(jar, List.of(), data, settings)));
        fast.add(printed("class archive", started(jar, archived, data, settings)));
      }
      System.out.printf(
          Locale.ROOT,
          "with the archive, to the plain start: wall %.2f, CPU %.2f%n",
          Medians.of(fast, Figures::wallMillis) / Medians.of(plain, Figures::wallMillis),
          Medians.of(fast, Figures::cpuMillis) / Medians.of(plain, Figures::cpuMillis));
    }
  }

  private static Figures started(
      Path jar, List<String> options, Path data, Map<String, String> settings) throws Exception {
    long start = System.nanoTime();
    try (ServerProcess server = ServerProcess.startJar(jar, options, data, settings)) {
      long wallMillis = (System.nanoTime() - start) / 1_000_000;
      return new Figures(wallMillis, new CpuClock(server.handle()).used().toMillis());
    }
  }

  private static Figures printed(String name, Figures figures) {
    System.out.printf("%-16s | %8d %8d%n", name, figures.wallMillis(), figures.cpuMillis());
    return figures;
  }

  private record Figures(long wallMillis, long cpuMillis) {}
}
