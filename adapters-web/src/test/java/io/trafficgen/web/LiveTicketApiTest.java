package io.trafficgen.web;

import static io.trafficgen.web.TestClient.json;
import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tickets for streams (product page, 1.6). */
@Timeout(20)
class LiveTicketApiTest {
  private TestHouse house;
  private TestClient owner;
  private TestClient stranger;
  private String project;

  @BeforeEach
  void open() {
    house = TestHouse.open(TestSurroundings.ample().with(Duration.ofMillis(5)));
    owner = house.client().signUp("owner@shop.example");
    stranger = house.client();
    project = newProject();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private String newProject() {
    return json(owner.post("/api/projects", "{\"name\":\"p\",\"settings\":{}}"))
        .get("id")
        .textValue();
  }

  private HttpResponse<String> ask(TestClient client, String id) {
    return client.post(
        "/api/live-tickets", "{\"stream\":\"project\",\"project_id\":\"%s\"}".formatted(id));
  }

  /** The path that a fresh ticket opens. */
  private String path() {
    HttpResponse<String> answer = ask(owner, project);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json(answer).get("url").textValue().substring(TestHouse.BASE_URL.length());
  }

  private void opens(String path) throws Exception {
    EventReader.open(stranger, path, Map.of()).close();
  }

  @Test
  void opens_its_stream_without_any_header() throws Exception {
    JsonNode ticket = json(ask(owner, project));
    assertThat(ticket.get("expires_at").textValue()).isEqualTo("2026-11-22T18:30:30.123Z");
    assertThat(ticket.get("url").textValue())
        .isEqualTo(
            "%s/api/projects/%s/live-stream?ticket=%s"
                .formatted(TestHouse.BASE_URL, project, ticket.get("ticket").textValue()));
    opens(path());
    opens(path().substring("/api".length()));
  }

  @Test
  void is_over_after_30_seconds_without_a_use() throws Exception {
    String early = path();
    String late = path();
    house.now.set(TestHouse.START.plusMillis(29_999));
    opens(early);
    house.now.set(TestHouse.START.plusSeconds(30));
    problem(stranger.get(late), 401);
  }

  @Test
  void serves_several_readers_and_reconnects() throws Exception {
    String path = path();
    try (EventReader reader = EventReader.open(stranger, path, Map.of())) {
      house.now.set(TestHouse.START.plusSeconds(3_600));
      opens(path);
      opens(path);
      assertThat(reader.line()).startsWith(": beat");
    }
  }

  @Test
  void opens_no_other_stream() {
    String ticket = path().substring(path().indexOf('?'));
    problem(stranger.get("/api/projects/" + newProject() + "/live-stream" + ticket), 401);
    problem(stranger.get("/api/admin/live-stream" + ticket), 401);
    problem(stranger.get("/api/projects/" + project + "/stats" + ticket), 401);
    String guess = "/api/projects/" + project + "/live-stream?ticket=" + "A".repeat(43);
    problem(stranger.get(guess), 401);
    problem(stranger.get(guess + "A"), 400);
  }

  @Test
  void dies_with_the_session_that_asked_for_it() throws Exception {
    String path = path();
    opens(path);
    owner.post("/api/auth/logout", "");
    problem(stranger.get(path), 401);
  }

  @Test
  void is_given_for_own_projects_and_to_admins_only() throws Exception {
    problem(ask(house.client().signUp("other@shop.example"), project), 404);
    problem(ask(stranger, project), 401);
    problem(owner.post("/api/live-tickets", "{\"stream\":\"admin\"}"), 403);
    owner.post("/api/users/me/claim-admin", "{\"secret\":\"%s\"}".formatted(house.adminSecret));
    JsonNode ticket = json(owner.post("/api/live-tickets", "{\"stream\":\"admin\"}"));
    opens(ticket.get("url").textValue().substring(TestHouse.BASE_URL.length()));
  }

  @Test
  void says_what_is_wrong_with_a_wish() {
    for (String body :
        new String[] {
          "{}",
          "{\"stream\":\"project\"}",
          "{\"stream\":\"everything\"}",
          "{\"stream\":\"project\",\"project_id\":\"1-1-1-1-1\"}"
        }) {
      assertThat(problem(owner.post("/api/live-tickets", body), 400).get("errors")).isNotEmpty();
    }
  }

  @Test
  void is_bounded_for_each_account() {
    for (int i = 0; i < 50; i++) {
      assertThat(ask(owner, project).statusCode()).isEqualTo(201);
    }
    problem(ask(owner, project), 429);
    house.now.set(TestHouse.START.plusSeconds(30));
    assertThat(ask(owner, project).statusCode()).isEqualTo(201);
  }
}
