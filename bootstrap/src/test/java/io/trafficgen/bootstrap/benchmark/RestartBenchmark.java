package io.trafficgen.bootstrap.benchmark;

import io.trafficgen.bootstrap.journey.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    Path folder = Files.createTempDirectory("trafficgen-restart");
    Path archive = folder.resolve("trafficgen.jsa");
    List<String> archived =
        List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive);
    try (ServerProcess host = ServerProcess.start(folder.resolve("host"), Map.of())) {
      BenchmarkDatabase database = new BenchmarkDatabase(folder.resolve("host/postgres"));
      Map<String, String> settings =
          Map.of(
              "DATABASE_URL",
              "postgres://trafficgen:%s@127.0.0.1:%s/trafficgen"
                  .formatted(database.password(), database.port()));
      Path data = folder.resolve("data");
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
          (double) median(fast, true) / median(plain, true),
          (double) median(fast, false) / median(plain, false));
    } finally {
      PaymentBenchmark.delete(folder);
    }
  }

  private static Figures started(
      Path jar, List<String> options, Path data, Map<String, String> settings) throws Exception {
    long start = System.nanoTime();
    try (ServerProcess server = ServerProcess.startJar(jar, options, data, settings)) {
      Duration wall = Duration.ofNanos(System.nanoTime() - start);
      return new Figures(wall, new CpuClock(server.handle()).used());
    }
  }

  private static Figures printed(String name, Figures figures) {
    System.out.printf(
        "%-16s | %8d %8d%n", name, figures.wall().toMillis(), figures.cpu().toMillis());
    return figures;
  }

  private static long median(List<Figures> figures, boolean wall) {
    return figures.stream()
        .map(one -> wall ? one.wall() : one.cpu())
        .sorted()
        .toList()
        .get(figures.size() / 2)
        .toMillis();
  }

  private record Figures(Duration wall, Duration cpu) {}
}
