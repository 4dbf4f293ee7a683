package io.trafficgen.web;

import static io.trafficgen.web.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.LiveEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stream shows nothing more to who was turned out while it was open. */
@Timeout(20)
class LiveEndApiTest {
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final String EVERYTHING = "/api/admin/live-stream";

  private TestHouse house;
  private TestClient owner;
  private String project;

  @BeforeEach
  void open() {
    house = TestHouse.open(TestSurroundings.ample().with(Duration.ofMillis(20)));
    signUp();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void signUp() {
    owner = house.client().signUp("owner@shop.example");
    project =
        json(owner.post("/api/projects", "{\"name\":\"p\",\"settings\":{}}")).get("id").textValue();
  }

  private TestClient admin() {
    TestClient admin = house.client().signUp("admin@shop.example");
    admin.post("/api/users/me/claim-admin", "{\"secret\":\"" + house.adminSecret + "\"}");
    return admin;
  }

  private static String id(TestClient client) {
    return json(client.get("/api/users/me")).get("id").textValue();
  }

  private static void endsWithoutAnyEvent(EventReader reader) throws IOException {
    String line = reader.line();
    while (line.isEmpty() || line.equals(": beat")) {
      line = reader.line();
    }
    assertThat(line).contains("\"stop\"", "\"access_ended\"");
    assertThat(reader.line()).isEmpty();
    assertThat(reader.line()).isNull();
  }

  @Test
  void a_stream_ends_with_the_session_that_opened_it() throws Exception {
    String path = "/api/projects/" + project + "/live-stream";
    String other = owner.freshToken("owner@shop.example");
    try (EventReader reader = EventReader.open(owner, path, Map.of());
        EventReader stays = EventReader.open(house.client().withToken(other), path, Map.of())) {
      assertThat(owner.post("/api/auth/logout", "").statusCode()).isEqualTo(204);
      endsWithoutAnyEvent(reader);
      assertThat(stays.line()).isEqualTo(": beat");
    }
  }

  @Test
  void a_stream_ends_with_the_key_that_opened_its_ticket() throws Exception {
    String key = json(owner.post("/api/users/me/api-key", "")).get("api_key").textValue();
    String wish = "{\"stream\":\"project\",\"project_id\":\"" + project + "\"}";
    String ticket =
        json(house
                .client()
                .send(
                    "POST",
                    "/api/live-tickets",
                    wish,
                    Map.of("X-API-Key", key, "Content-Type", "application/json")))
            .get("ticket")
            .textValue();
    String path = "/api/projects/" + project + "/live-stream?ticket=" + ticket;
    try (EventReader reader = EventReader.open(house.client(), path, Map.of())) {
      owner.send("DELETE", "/api/users/me/api-key", "", Map.of());
      endsWithoutAnyEvent(reader);
    }
  }

  @Test
  void who_is_no_admin_any_more_sees_no_more_of_others() throws Exception {
    TestClient admin = admin();
    admin.send("PATCH", "/api/admin/users/" + id(owner), "{\"role\":\"admin\"}", JSON);
    try (EventReader reader = EventReader.open(owner, EVERYTHING, Map.of())) {
      admin.send("PATCH", "/api/admin/users/" + id(owner), "{\"role\":\"user\"}", JSON);
      endsWithoutAnyEvent(reader);
    }
  }

  @Test
  void a_stream_that_is_never_silent_ends_too() throws Exception {
    house.close();
    house = TestHouse.open();
    signUp();
    TestClient admin = admin();
    String banned = id(owner);
    String path = "/api/projects/" + project + "/live-stream";
    try (EventReader reader = EventReader.open(owner, path, Map.of())) {
      admin.send("PATCH", "/api/admin/users/" + banned, "{\"disabled\":true}", JSON);
      house.now.set(TestHouse.START.plusSeconds(15));
      house.feed.publish(
          new LiveEvent.ProjectStopped(
              new AccountId(UUID.fromString(banned)),
              new ProjectId(UUID.fromString(project)),
              "target"));
      endsWithoutAnyEvent(reader);
    }
  }
}
