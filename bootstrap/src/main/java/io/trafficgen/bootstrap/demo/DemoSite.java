package io.trafficgen.bootstrap.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * A small shop on loopback: a few pages with style, script and picture, and the proof as a file.
 */
public final class DemoSite {
  private static final String PROOF = "/.well-known/trafficgen-verification.txt";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css",
          "js", "text/javascript",
          "svg", "image/svg+xml");

  private volatile Optional<String> proof = Optional.empty();

  private DemoSite() {}

  /** Opens the port on loopback. */
  public static DemoSite start(int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    DemoSite site = new DemoSite();
    server.createContext("/", site::answer);
    server.setExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("demo-site-", 0).factory()));
    server.start();
    return site;
  }

  /** What the owner puts into the verification file. */
  void prove(String content) {
    proof = Optional.of(content);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.equals(PROOF) && proof.isPresent()) {
        send(exchange, "text/plain", proof.get().getBytes(StandardCharsets.UTF_8));
        return;
      }
      String file = path.equals("/") ? "/index.html" : path;
      Optional<String> type =
          Optional.ofNullable(TYPES.get(file.substring(file.lastIndexOf('.') + 1)));
      try (InputStream page = DemoSite.class.getResourceAsStream("site" + file)) {
        if (page == null || type.isEmpty() || file.contains("..")) {
          exchange.sendResponseHeaders(404, -1);
          return;
        }
        send(exchange, type.get(), page.readAllBytes());
      }
    }
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
