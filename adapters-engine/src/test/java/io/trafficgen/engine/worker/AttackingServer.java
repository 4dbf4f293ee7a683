package io.trafficgen.engine.worker;

import static io.trafficgen.domain.visit.FailureReason.CONTENT;
import static io.trafficgen.domain.visit.FailureReason.TIMEOUT;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.engine.Drip;
import io.trafficgen.engine.TestSite;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Attacks by the answers of a server, whatever stands in the page. */
final class AttackingServer {
  private static final int HUNDRED_MEGABYTES = 100_000_000;

  private AttackingServer() {}

  static List<Attack> attacks() {
    return List.of(
        attack("a body without end", exchange -> pour(begin(exchange, ""), Integer.MAX_VALUE)),
        attack(
            "a gzip bomb",
            exchange -> pour(new GZIPOutputStream(begin(exchange, "gzip")), HUNDRED_MEGABYTES)),
        attack(
            "a deflate bomb",
            exchange ->
                pour(new DeflaterOutputStream(begin(exchange, "deflate")), HUNDRED_MEGABYTES)),
        attack("an encoding not offered", exchange -> pour(begin(exchange, "br"), 1_000)),
        new Attack("a drip of a body", exchange -> Drip.into(begin(exchange, "")), Set.of(TIMEOUT)),
        attack(
            "a redirect to itself",
            exchange -> {
              exchange.getResponseHeaders().set("Location", "/greedy");
              exchange.sendResponseHeaders(302, -1);
            }),
        attack(
            "a download",
            exchange -> {
              exchange.getResponseHeaders().set("Content-Disposition", "attachment");
              TestSite.send(exchange, 200, "application/zip", "PK");
            }),
        attack(
            "headers by the thousand",
            exchange -> {
              for (int i = 0; i < 1_000; i++) {
                exchange.getResponseHeaders().set("X-" + i, "y");
              }
              TestSite.send(exchange, 200, "text/html", "");
            }),
        attack(
            "a header of a megabyte",
            exchange -> {
              exchange.getResponseHeaders().set("X", "y".repeat(1_000_000));
              TestSite.send(exchange, 200, "text/html", "");
            }),
        attack(
            "a deep nest",
            exchange -> TestSite.send(exchange, 200, "text/html", "<div>".repeat(3_000))),
        new Attack("a page of twenty megabytes", AttackingServer::manyMegabytes, Set.of()));
  }

  private static Attack attack(String name, HttpHandler page) {
    return new Attack(name, page, Set.<FailureReason>of(CONTENT));
  }

  /** Each of its parts is within the bounds: what is too much is not loaded. */
  private static void manyMegabytes(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getRawQuery() == null) {
      StringBuilder html = new StringBuilder();
      for (int i = 0; i < 5; i++) {
        html.append("<img src='/greedy?").append(i).append("'>");
      }
      TestSite.send(exchange, 200, "text/html", html.toString());
    } else {
      pour(begin(exchange, ""), 4_000_000);
    }
  }

  private static OutputStream begin(HttpExchange exchange, String encoding) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/html");
    if (!encoding.isEmpty()) {
      exchange.getResponseHeaders().set("Content-Encoding", encoding);
    }
    exchange.sendResponseHeaders(200, 0);
    return exchange.getResponseBody();
  }

  private static void pour(OutputStream out, long length) throws IOException {
    byte[] chunk = " ".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
    try (out) {
      for (long sent = 0; sent < length; sent += chunk.length) {
        out.write(chunk);
      }
    }
  }
}
