package io.trafficgen.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiClientTest {
  private final HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile int refusals;

  ApiClientTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean refused = asked.incrementAndGet() <= refusals;
          byte[] body = "{\"status\":\"verified\"}".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Retry-After", "0");
          exchange.sendResponseHeaders(refused ? 429 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private ApiClient client() {
    return new ApiClient(URI.create("http://localhost:" + server.getAddress().getPort()));
  }

  @Test
  void asks_again_when_it_was_asked_to_wait() {
    refusals = 2;
    assertThat(client().post("/verify", "").text("status")).isEqualTo("verified");
    assertThat(asked).hasValue(3);
  }

  @Test
  void does_not_ask_for_ever() {
    refusals = 100;
    assertThatThrownBy(() -> client().post("/verify", "")).hasMessageContaining("429");
    assertThat(asked).hasValue(6);
  }
}
