package io.trafficgen.bootstrap.journey;

import io.trafficgen.bootstrap.Main;
import io.trafficgen.bootstrap.PreparedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The program as an operator runs it: a process of its own, told by its environment. */
public final class ServerProcess implements AutoCloseable {
  /** Base64 of 24 bytes, as Standard Webhooks asks for. */
  public static final String WEBHOOK_SECRET = "whsec_dHJhZmZpY2dlbi10ZXN0LXNlY3JldC0xMjM0";

  private final Process process;
  private final URI address;
  private final List<String> output = new CopyOnWriteArrayList<>();
  private final CountDownLatch ready = new CountDownLatch(1);

  private ServerProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts it on a data folder and waits until it answers. */
  public static ServerProcess start(Path data, Map<String, String> settings)
      throws IOException, InterruptedException {
    if (!settings.containsKey("DATABASE_URL")) {
      PreparedPostgres.copyTo(data);
    }
    List<String> program = new ArrayList<>(ownOptions());
    // A visit's worker lives as short as its server.
    program.add("-Dtrafficgen.worker.option=-XX:TieredStopAtLevel=1");
    program.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    return start(program, data, settings);
  }

  /** The same, of the packed program and with options of its own. */
  public static ServerProcess startJar(
      Path jar, List<String> options, Path data, Map<String, String> settings)
      throws IOException, InterruptedException {
    List<String> program = new ArrayList<>(options);
    program.addAll(List.of("-jar", jar.toString()));
    return start(program, data, settings);
  }

  private static ServerProcess start(List<String> program, Path data, Map<String, String> settings)
      throws IOException, InterruptedException {
    int port = freePort();
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("TRAFFICGEN_PORT", Integer.toString(port));
    environment.put("TRAFFICGEN_DATA", data.toString());
    environment.put("TRAFFICGEN_WEBHOOK_STANDARD_SECRET", WEBHOOK_SECRET);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(program);
    command.add("serve");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    ServerProcess server =
        new ServerProcess(builder.start(), URI.create("http://localhost:" + port));
    Thread.ofPlatform().daemon().start(server::read);
    if (!server.ready.await(90, TimeUnit.SECONDS) || !server.process.isAlive()) {
      server.close();
      throw new IOException("the server did not start:\n" + server.output());
    }
    return server;
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  public URI address() {
    return address;
  }

  /** All that it printed. */
  String output() {
    return String.join("\n", output);
  }

  /** As {@code kill -9}: no hook runs. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** As {@code kill}: it drains. */
  int terminate() throws InterruptedException {
    process.destroy();
    process.waitFor(60, TimeUnit.SECONDS);
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** A server that lives as short as its test saves what the test's JVM saves. */
  private static List<String> ownOptions() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-XX:"))
        .toList();
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      while (line != null) {
        output.add(line);
        if (line.contains("TrafficGen answers at")) {
          ready.countDown();
        }
        line = lines.readLine();
      }
    } catch (IOException e) {
      output.add(e.toString());
    }
    ready.countDown();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** The secret of the first admin, as printed. */
  String adminSecret() {
    List<String> lines = output.stream().filter(line -> line.contains("admin secret")).toList();
    return lines.get(0).substring(lines.get(0).lastIndexOf(' ') + 1);
  }
}
