package io.trafficgen.web;

import static io.trafficgen.web.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A request that was begun in time is no way around a ban. */
class SlowBodyApiTest {
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  @Test
  void an_admin_who_was_banned_cannot_lift_the_ban_by_a_body_held_back() throws Exception {
    try (TestHouse house = TestHouse.open()) {
      TestClient admin = house.client().signUp("admin@shop.example");
      admin.post("/api/users/me/claim-admin", "{\"secret\":\"" + house.adminSecret + "\"}");
      TestClient rogue = house.client().signUp("rogue@shop.example");
      String account = "/api/admin/users/" + json(rogue.get("/api/users/me")).get("id").textValue();
      admin.send("PATCH", account, "{\"role\":\"admin\"}", JSON);
      String body = "{\"disabled\":false}";
      try (Socket socket = new Socket("localhost", house.server.port())) {
        socket.setSoTimeout(10_000);
        BufferedReader answers =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        write(
            socket,
            """
            PATCH %s HTTP/1.1\r
            Host: localhost\r
            Authorization: Bearer %s\r
            Content-Type: application/json\r
            Content-Length: %d\r
            Expect: 100-continue\r
            \r
            """
                .formatted(account, rogue.freshToken("rogue@shop.example"), body.length()));
        // The server has looked at who asks, and wants the body now.
        assertThat(answers.readLine()).isEqualTo("HTTP/1.1 100 Continue");
        assertThat(answers.readLine()).isEmpty();

        assertThat(admin.send("PATCH", account, "{\"disabled\":true}", JSON).statusCode())
            .isEqualTo(200);
        write(socket, body);

        assertThat(answers.readLine()).startsWith("HTTP/1.1 401");
      }
      assertThat(json(admin.get("/api/admin/users")).toString()).contains("\"disabled\":true");
    }
  }

  private static void write(Socket socket, String text) throws Exception {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
