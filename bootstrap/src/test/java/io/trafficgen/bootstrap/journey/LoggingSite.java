package io.trafficgen.bootstrap.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A site on loopback that writes down every request. */
final class LoggingSite implements AutoCloseable {
  private static final String PAGE =
      """
      <!doctype html><title>Page</title><link rel="stylesheet" href="/site.css">
      <script src="/site.js"></script><img src="/logo.png" alt=""><a href="/next">next</a>\
      """;

  private final HttpServer server;
  private final List<Request> log = new CopyOnWriteArrayList<>();
  private volatile String proof = "";

  /** One line of the log. */
  record Request(String path, Optional<String> visit, String userAgent) {}

  LoggingSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String host() {
    return "localhost:" + server.getAddress().getPort();
  }

  String url(String path) {
    return "http://" + host() + path;
  }

  void prove(String content) {
    proof = content;
  }

  List<Request> log() {
    return List.copyOf(log);
  }

  /** Every visit that asked for anything. */
  Set<String> visits() {
    return log.stream().flatMap(line -> line.visit().stream()).collect(Collectors.toSet());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      log.add(
          new Request(
              path,
              Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-TrafficGen-Visit")),
              exchange.getRequestHeaders().getFirst("User-Agent")));
      boolean isProof = path.startsWith("/.well-known/");
      boolean isPage = !path.contains(".");
      byte[] body = (isProof ? proof : isPage ? PAGE : "").getBytes(StandardCharsets.UTF_8);
      exchange
          .getResponseHeaders()
          .set(
              "Content-Type",
              isPage ? "text/html" : path.endsWith("js") ? "text/javascript" : "text/plain");
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
