package io.trafficgen.engine;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.trafficgen.domain.site.AllowedHosts;
import io.trafficgen.domain.site.EgressPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A real site on loopback that notes what it is asked. */
public final class TestSite implements AutoCloseable {
  /**
   * One request as it arrived.
   *
   * @param peer the port that it came from
   */
  public record Seen(String path, Headers headers, int peer) {
    public String header(String name) {
      return String.valueOf(headers.getFirst(name));
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, HttpHandler> pages = new ConcurrentHashMap<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();

  public TestSite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public URI url(String path) {
    return URI.create("http://" + host() + path);
  }

  public String host() {
    return "localhost:" + server.getAddress().getPort();
  }

  /** What a driver with standard bounds is told to load pages of this site alone. */
  public EngineSettings settings() {
    return new EngineSettings(
        new BotIdentity("1", URI.create("https://traffic.example")),
        policy(),
        EngineBounds.standard());
  }

  /** A policy that exempts this site alone. */
  public EgressPolicy policy() {
    return EgressPolicy.allowing(AllowedHosts.parse(host()));
  }

  public List<Seen> seen() {
    return List.copyOf(seen);
  }

  public TestSite on(String path, HttpHandler handler) {
    pages.put(path, handler);
    return this;
  }

  public TestSite html(String path, String body) {
    return on(path, exchange -> send(exchange, 200, "text/html; charset=utf-8", body));
  }

  public TestSite text(String path, String type, String body) {
    return on(path, exchange -> send(exchange, 200, type, body));
  }

  public TestSite redirect(String path, int status, String location) {
    return on(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", location);
          exchange.sendResponseHeaders(status, -1);
        });
  }

  /** A page with nothing but anchors. */
  public URI linking(String path, int status, List<String> links) {
    String body =
        links.stream()
            .map(link -> "<a href=\"" + link + "#part\">to</a>")
            .collect(Collectors.joining("", "<html><body>", "</body></html>"));
    on(path, exchange -> send(exchange, status, "text/html", body));
    return url(path);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  public static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      seen.add(new Seen(path, exchange.getRequestHeaders(), exchange.getRemoteAddress().getPort()));
      pages.getOrDefault(path, missing -> send(missing, 404, "text/html", "none")).handle(exchange);
    }
  }
}
