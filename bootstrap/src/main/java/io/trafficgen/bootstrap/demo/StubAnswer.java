package io.trafficgen.bootstrap.demo;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What {@link StubRevolut} answers. */
record StubAnswer(int status, String type, String body) {
  static StubAnswer json(int status, String body) {
    return new StubAnswer(status, "application/json", body);
  }

  static StubAnswer problem(int status, String message) {
    return json(
        status, "{\"code\":\"problem\",\"message\":\"%s\",\"timestamp\":0}".formatted(message));
  }

  /** Where an order is paid. */
  static StubAnswer page(StubOrder order) {
    String offer =
        order.state().equals("completed")
            ? "<p>Paid.</p>"
            : "<form method=\"post\"><button>Pay</button></form>";
    return new StubAnswer(
        200,
        "text/html; charset=utf-8",
        "<!doctype html><title>Example checkout</title><h1>%d.%02d %s</h1>%s"
            .formatted(order.amount() / 100, order.amount() % 100, order.currency(), offer));
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
