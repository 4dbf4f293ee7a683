package io.trafficgen.bootstrap.benchmark;

import io.trafficgen.bootstrap.benchmark.VisitMaker.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A {@link VisitMaker} with all its children. */
final class VisitProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final PrintStream orders;

  /**
   * @param count of visits
   * @param cpu of the process and its children
   */
  record Run(long count, Duration time, Duration cpu) {
    double perSecond() {
      return count * 1e9 / time.toNanos();
    }

    double cpuMillis() {
      return cpu.toNanos() / 1e6 / count;
    }
  }

  VisitProcess(Kind kind, List<URI> urls) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                "-cp",
                System.getProperty("java.class.path"),
                VisitMaker.class.getName(),
                kind.name()));
    urls.forEach(url -> command.add(url.toString()));
    process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    answers = process.inputReader(StandardCharsets.UTF_8);
    orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  Run make(Duration time) throws IOException {
    CpuClock cpu = new CpuClock(process.toHandle());
    Duration before = cpu.used();
    long start = System.nanoTime();
    orders.println(time.toMillis());
    String answer = answers.readLine();
    while (answer != null && !answer.matches("[0-9]+")) {
      answer = answers.readLine();
    }
    if (answer == null) {
      throw new IOException("the visits ended");
    }
    return new Run(
        Long.parseLong(answer),
        Duration.ofNanos(System.nanoTime() - start),
        cpu.used().minus(before));
  }

  /** Resident megabytes: of itself first, then of each child. */
  List<Long> memory() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .map(VisitProcess::resident)
        .filter(megabytes -> megabytes > 0)
        .toList();
  }

  @Override
  public void close() {
    orders.close();
    process.onExit().join();
  }

  private static long resident(ProcessHandle one) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + one.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0; // it ended meanwhile
    }
  }
}
