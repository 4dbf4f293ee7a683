package io.trafficgen.web;

import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows of the error table (architecture page, 2.5) that no value of a request decides. */
class ErrorTableTest {
  private static TestHouse house;
  private static TestClient owner;
  private static TestClient stranger;

  @BeforeAll
  static void open() {
    house = TestHouse.open();
    owner = house.client().signUp("owner@shop.example");
    stranger = house.client();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  /** Sends bytes that no client library would; line feeds become line ends of HTTP. */
  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", house.server.port())) {
      socket.setSoTimeout(5000);
      socket
          .getOutputStream()
          .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void refuses_a_method_that_the_path_lacks_and_says_which_it_has() {
    HttpResponse<String> response = owner.send("DELETE", "/api/projects", "", Map.of());
    problem(response, 405);
    assertThat(response.headers().firstValue("Allow").orElse("").split(", "))
        .containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS", "POST");
    problem(owner.send("BREW", "/api/users/me", "", Map.of()), 405);
    problem(owner.send("POST", "/api/users/me", "", Map.of("X-HTTP-Method-Override", "GET")), 400);
  }

  @Test
  void refuses_a_client_that_takes_no_json() {
    problem(owner.send("GET", "/api/users/me", "", Map.of("Accept", "image/png")), 406);
    problem(owner.send("GET", "/api/users/me", "", Map.of("Accept", "application/json;q=0")), 406);
    assertThat(
            owner
                .send("GET", "/api/users/me", "", Map.of("Accept", "text/html, */*;q=0.1"))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void knows_no_other_paths() {
    problem(owner.get("/api/nothing"), 404);
    problem(owner.get("/api/projects/not-a-uuid"), 404);
    problem(owner.get("/api/projects/1-1-1-1-1"), 404);
    problem(owner.get("/api/projects/" + new UUID(0, 0)), 404);
  }

  @Test
  void speaks_the_same_where_jetty_answers_itself() throws IOException {
    for (String request :
        List.of(
            "GET /api/%zz HTTP/1.1\nHost: a\n\n",
            "GET /api/projects/%2e%2e HTTP/1.1\nHost: a\n\n",
            "NONSENSE\n\n",
            "GET / HTTP/1.1\n\n",
            "GET / HTTP/1.1\nHost: a\nX: " + "a".repeat(20_000) + "\n\n")) {
      String answer = raw(request);
      assertThat(answer)
          .startsWith("HTTP/1.1 4")
          .contains("application/problem+json", "\"errors\":[]", "nosniff")
          .doesNotContain("<html", "Jetty");
    }
  }

  @Test
  void treats_a_websocket_handshake_as_any_request() throws IOException {
    String handshake =
        """
        GET /api/users/me HTTP/1.1
        Host: a
        Connection: Upgrade, close
        Upgrade: websocket
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

        """;
    assertThat(raw(handshake)).startsWith("HTTP/1.1 401").contains("application/problem+json");
  }

  @Test
  void hides_its_own_failures_behind_an_instance() {
    house.trial.failure.set(Optional.of(new IllegalStateException("jdbc:postgresql://secret")));
    JsonNode problem = problem(stranger.get("/test/failure"), 500);
    assertThat(problem.get("instance").textValue()).startsWith("urn:uuid:");
    assertThat(problem.toString()).doesNotContain("secret");
    house.trial.failure.set(Optional.empty());
  }

  @Test
  void asks_to_come_back_while_the_database_is_away() {
    house.trial.failure.set(Optional.of(new IllegalMonitorStateException()));
    HttpResponse<String> response = stranger.get("/test/failure");
    problem(response, 503);
    assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
    problem(stranger.get("/health/ready"), 503);
    house.trial.failure.set(Optional.empty());
    assertThat(stranger.get("/health/ready").statusCode()).isEqualTo(200);
  }
}
