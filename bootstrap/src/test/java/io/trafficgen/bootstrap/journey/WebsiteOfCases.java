package io.trafficgen.bootstrap.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * A site on loopback whose parts behave as a test says, and that writes down what it sees. Each
 * page links to the others of its part; each first visit gets a cookie.
 */
final class WebsiteOfCases implements AutoCloseable {
  private final HttpServer server;
  private final List<Line> log = new CopyOnWriteArrayList<>();
  private final Map<String, String> files = new ConcurrentHashMap<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  /** What is answered instead of a page, and after which time. */
  record Answer(int status, Map<String, String> headers, Duration after) {
    Answer(int status, Map<String, String> headers) {
      this(status, headers, Duration.ZERO);
    }
  }

  /**
   * One request, as it came.
   *
   * @param status of the answer that it gets
   */
  record Line(
      Instant at,
      String method,
      String path,
      Map<String, List<String>> headers,
      String body,
      int status) {
    Optional<String> header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().getFirst())
          .findFirst();
    }

    String visit() {
      return header("X-TrafficGen-Visit").orElse("");
    }
  }

  WebsiteOfCases() throws IOException {
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

  /** A file that is there as it is. */
  void put(String path, String content) {
    files.put(path, content);
  }

  /** From now on pages whose path begins so answer this. */
  void answers(String prefix, Answer answer) {
    answers.put(prefix, answer);
  }

  void recovers(String prefix) {
    answers.remove(prefix);
  }

  List<Line> log(String prefix) {
    return lines(line -> line.path().startsWith(prefix));
  }

  List<Line> lines(Predicate<Line> wanted) {
    return log.stream().filter(wanted).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Optional<Answer> other =
          answers.entrySet().stream()
              .filter(answer -> path.startsWith(answer.getKey()))
              .map(Map.Entry::getValue)
              .findFirst();
      boolean isPage = !path.contains(".");
      String text = Optional.ofNullable(files.get(path)).orElse(isPage ? page(path) : "");
      int status =
          other
              .map(Answer::status)
              .orElse(text.isEmpty() && path.equals("/robots.txt") ? 404 : 200);
      log.add(
          new Line(
              Instant.now(),
              exchange.getRequestMethod(),
              path,
              exchange.getRequestHeaders(),
              body,
              status));
      if (other.isPresent()) {
        LockSupport.parkNanos(other.get().after().toNanos());
        other.get().headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(other.get().status(), -1);
        return;
      }
      if (isPage && exchange.getRequestHeaders().getFirst("Cookie") == null) {
        exchange.getResponseHeaders().set("Set-Cookie", "seen=" + log.size() + "; Path=/");
      }
      exchange.getResponseHeaders().set("Content-Type", isPage ? "text/html" : "text/plain");
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String page(String path) {
    String part = path.replaceAll("^(/[a-z]+).*", "$1");
    return "<!doctype html><title>Page</title><a href='" + part + "/linked'>next</a>";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
