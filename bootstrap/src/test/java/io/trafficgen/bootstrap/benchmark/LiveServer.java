package io.trafficgen.bootstrap.benchmark;

import io.trafficgen.bootstrap.LivePublisher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process that publishes events to whoever reads its stream; ends when its input does. */
final class LiveServer implements AutoCloseable {
  private static final String PASSWORD = "a kettle sings on the windowsill";
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

  private final String name;
  private final Process process;
  private final Stream stream;

  /** Where to read, and what to say of oneself. */
  record Stream(int port, String path, String authorization) {}

  private LiveServer(String name, Process process, Stream stream) {
    this.name = name;
    this.process = process;
    this.stream = stream;
  }

  static LiveServer trafficGen(int perSecond) throws Exception {
    Path data = Files.createTempDirectory("trafficgen-live");
    Process process =
        start(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            LivePublisher.class.getName(),
            data.toString(),
            Integer.toString(perSecond));
    String[] words = firstLine(process).split(" ", -1);
    int port = Integer.parseInt(words[0]);
    String login = "{\"%s\":\"admin@shop.example\",\"password\":\"" + PASSWORD + "\"}";
    post(port, "/api/auth/register", login.formatted("email"), Optional.empty());
    String answer = post(port, "/api/auth/token", login.formatted("username"), Optional.empty());
    Matcher token = TOKEN.matcher(answer);
    if (!token.find()) {
      throw new IOException(answer);
    }
    String bearer = "Bearer " + token.group(1);
    String secret = "{\"secret\":\"" + words[1] + "\"}";
    post(port, "/api/users/me/claim-admin", secret, Optional.of(bearer));
    return new LiveServer(
        "TrafficGen", process, new Stream(port, "/api/admin/live-stream", bearer));
  }

  static LiveServer node(int perSecond) throws IOException {
    Path script = Files.createTempFile("live-peer", ".js");
    try (InputStream source = LiveServer.class.getResourceAsStream("live-peer.js")) {
      Files.write(script, source.readAllBytes());
    }
    Process process = start("node", script.toString(), Integer.toString(perSecond));
    int port = Integer.parseInt(firstLine(process));
    return new LiveServer("Node", process, new Stream(port, "/", "none"));
  }

  private static Process start(String... command) throws IOException {
    return new ProcessBuilder(List.of(command))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The library that starts the database prints too. */
  private static String firstLine(Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.matches("[0-9]+( .*)?")) {
      line = lines.readLine();
    }
    return Optional.ofNullable(line).orElseThrow(() -> new IOException("no server"));
  }

  private static String post(int port, String path, String body, Optional<String> bearer)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    bearer.ifPresent(token -> request.header("Authorization", token));
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.ofString()).body();
    }
  }

  String name() {
    return name;
  }

  Stream stream() {
    return stream;
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }
}
