package io.trafficgen.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A {@link ChaosNode} in a process of its own, under a test's hand. */
final class ChaosProcess {
  private final Map<String, String> environment;
  private final List<String> properties;
  private final List<String> output = new CopyOnWriteArrayList<>();
  private Process process;

  /**
   * @param data its folder: started again on it, it has the same name
   * @param properties as for {@code java}
   */
  ChaosProcess(Path data, String databaseUrl, List<String> properties) throws IOException {
    this.environment = Map.of("TRAFFICGEN_DATA", data.toString(), "DATABASE_URL", databaseUrl);
    this.properties = properties;
    this.process = start();
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(properties);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), ChaosNode.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process started = builder.start();
    Thread.ofPlatform().daemon().start(() -> read(started));
    return started;
  }

  private void read(Process of) {
    try (BufferedReader lines = of.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(output::add);
    } catch (IOException | UncheckedIOException e) {
      output.add(e.toString());
    }
  }

  long starts() {
    return output.stream().filter(ChaosNode.READY::equals).count();
  }

  String output() {
    return String.join("\n", output);
  }

  /** As {@code kill -9}; then it is started again. */
  void killAndRestart() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor();
    process = start();
  }

  /** SIGSTOP and SIGCONT: the process stands still and knows nothing of it. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** As {@code kill}: it drains. */
  void terminate() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new IllegalStateException("a node did not drain:\n" + output());
    }
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
