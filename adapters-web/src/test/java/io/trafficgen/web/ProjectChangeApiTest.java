package io.trafficgen.web;

import static io.trafficgen.web.TestClient.json;
import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PATCH and DELETE of a project. */
class ProjectChangeApiTest {
  private TestHouse house;
  private TestClient owner;
  private JsonNode project;

  @BeforeEach
  void open() {
    house = TestHouse.open();
    owner = house.client().signUp("owner@shop.example");
    project =
        json(
            owner.post(
                "/api/projects",
                "{\"name\":\"p\",\"daily_limit\":5,\"expires_at\":\"2030-01-01T00:00:00Z\","
                    + "\"settings\":{ \"a\" :1}}"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private String path(String rest) {
    return "/api/projects/" + project.get("id").textValue() + rest;
  }

  private HttpResponse<String> patch(String body) {
    return owner.send("PATCH", path(""), body, Map.of("Content-Type", "application/json"));
  }

  @Test
  void changes_what_is_named_and_nothing_else() {
    JsonNode changed = json(patch("{\"name\":\"q\",\"total_target\":20}"));
    assertThat(changed.get("name").textValue()).isEqualTo("q");
    assertThat(changed.get("total_target").intValue()).isEqualTo(20);
    assertThat(changed.get("daily_limit").intValue()).isEqualTo(5);
    assertThat(changed.get("expires_at").textValue()).isEqualTo("2030-01-01T00:00:00.000Z");
    assertThat(owner.get(path("")).body()).contains("\"settings\":{ \"a\" :1},");

    JsonNode again = json(patch("{\"plan_type\":\"Gold\",\"daily_limit\":0,\"expires_at\":null}"));
    assertThat(again.get("plan_type").textValue()).isEqualTo("Gold");
    assertThat(again.get("daily_limit").intValue()).isZero();
    assertThat(again.get("expires_at").isNull()).isTrue();
    assertThat(again.get("name").textValue()).isEqualTo("q");
    assertThat(json(patch("{}"))).isEqualTo(again);
    assertThat(json(owner.get(path("")))).isEqualTo(again);
  }

  @Test
  void what_an_owner_may_not_change_is_ignored() {
    JsonNode changed =
        json(
            patch(
                "{\"id\":\"00000000-0000-4000-8000-000000000000\",\"user_id\":1,"
                    + "\"status\":\"active\",\"status_reason\":\"target\",\"balance\":\"9\","
                    + "\"used\":0,\"created_at\":0}"));
    assertThat(changed).isEqualTo(project);
  }

  @Test
  void refuses_settings_and_names_every_wrong_field() {
    JsonNode problem =
        problem(
            patch(
                "{\"name\":\" \",\"plan_type\":7,\"daily_limit\":-1,\"total_target\":1.5,"
                    + "\"expires_at\":\"soon\",\"settings\":{}}"),
            400);
    assertThat(problem.get("errors"))
        .extracting(error -> error.get("pointer").textValue())
        .containsExactly(
            "/name", "/plan_type", "/daily_limit", "/total_target", "/expires_at", "/settings");
    assertThat(problem.get("errors").get(5).get("example").textValue()).contains("PUT /api");
    assertThat(json(owner.get(path("")))).isEqualTo(project);
  }

  @Test
  void a_removed_project_shows_nowhere() {
    HttpResponse<String> removed = owner.send("DELETE", path(""), "", Map.of());
    assertThat(removed.statusCode()).isEqualTo(204);
    assertThat(removed.body()).isEmpty();
    for (String rest :
        new String[] {"", "/settings", "/stats", "/visits", "/hits", "/hits.csv", "/live-stream"}) {
      problem(owner.get(path(rest)), 404);
    }
    problem(owner.post(path("/start"), ""), 404);
    problem(owner.post(path("/stop"), ""), 404);
    problem(patch("{}"), 404);
    problem(owner.send("DELETE", path(""), "", Map.of()), 404);
    assertThat(json(owner.get("/api/projects")).get("items")).isEmpty();
  }

  @Test
  void answers_like_nothing_for_the_projects_of_others() {
    owner = house.client().signUp("other@shop.example");
    problem(patch("{\"name\":\"mine\"}"), 404);
    problem(owner.send("DELETE", path(""), "", Map.of()), 404);
    problem(owner.get(path("/hits.csv")), 404);
  }
}
