package io.trafficgen.web;

import static io.trafficgen.web.TestClient.json;
import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** HEAD, queries, conditions and headers that every answer has. */
class MethodsApiTest {
  private static TestHouse house;
  private static TestClient owner;
  private static String project;

  @BeforeAll
  static void open() {
    house = TestHouse.open();
    owner = house.client().signUp("owner@shop.example");
    project =
        json(owner.post("/api/projects", "{\"name\":\"p\",\"settings\":{}}")).get("id").textValue();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  /** Without what differs from one request to the next. */
  private static Map<String, List<String>> headers(HttpResponse<String> response) {
    Map<String, List<String>> headers = new HashMap<>(response.headers().map());
    headers.remove("date");
    headers.remove("ratelimit");
    return headers;
  }

  @Test
  void answers_head_as_get_without_the_body() {
    for (String path :
        List.of(
            "/",
            "/openapi.yaml",
            "/api/users/me",
            "/projects/" + project,
            "/api/projects/" + project + "/settings",
            "/api/billing/quote?amount=5",
            "/health/ready")) {
      HttpResponse<String> get = owner.get(path);
      HttpResponse<String> head = owner.send("HEAD", path, "", Map.of());
      assertThat(head.statusCode()).as(path).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      assertThat(headers(head)).as(path).isEqualTo(headers(get));
    }
  }

  @Test
  void runs_the_handler_for_head() {
    assertThat(house.client().send("HEAD", "/api/users/me", "", Map.of()).statusCode())
        .isEqualTo(401);
    assertThat(owner.send("HEAD", "/api/projects/" + new UUID(0, 0), "", Map.of()))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(404);
    assertThat(owner.send("HEAD", "/api/billing/quote", "", Map.of()).statusCode()).isEqualTo(400);
  }

  @Test
  void has_no_head_on_streams() {
    HttpResponse<String> head =
        owner.send("HEAD", "/api/projects/" + project + "/live-stream", "", Map.of());
    assertThat(head.statusCode()).isEqualTo(405);
    assertThat(head.headers().firstValue("Allow")).hasValue("GET, OPTIONS");
  }

  @Test
  void names_the_parameter_that_it_cannot_read() {
    for (Map.Entry<String, String> bad :
        Map.of(
                "?limit=%25&cursor=%FF", "/cursor",
                "?limit=%C3", "/limit",
                "?other=%E2%82", "/other",
                "?limit=1&limit=2", "/limit",
                "?limit=1&limit=1", "/limit")
            .entrySet()) {
      assertThat(
              problem(owner.get("/api/projects" + bad.getKey()), 400)
                  .get("errors")
                  .get(0)
                  .get("pointer")
                  .textValue())
          .as(bad.getKey())
          .isEqualTo(bad.getValue());
    }
    assertThat(owner.get("/api/projects?limit=%31").statusCode()).isEqualTo(200);
  }

  @Test
  void takes_a_list_of_conditions() {
    String path = "/api/projects/" + project + "/settings";
    String tag = owner.get(path).headers().firstValue("ETag").orElseThrow();
    assertThat(put(path, "\"0\", W/\"1\", " + tag)).isEqualTo(200);
    String next = owner.get(path).headers().firstValue("ETag").orElseThrow();
    assertThat(put(path, "\"0\",\"1\"")).isEqualTo(412);
    assertThat(put(path, "W/" + next)).isEqualTo(412);
    assertThat(put(path, "nonsense")).isEqualTo(400);
    assertThat(put(path, "\"0\", *")).isEqualTo(400);
    assertThat(put(path, " * ")).isEqualTo(200);
    assertThat(put("/api/projects/" + new UUID(0, 0) + "/settings", "W/\"0\"")).isEqualTo(404);
  }

  private static int put(String path, String condition) {
    return owner
        .send(
            "PUT",
            path,
            "{\"a\":1}",
            Map.of("Content-Type", "application/json", "If-Match", condition))
        .statusCode();
  }

  @Test
  void binds_browsers_with_every_answer() {
    for (String path : List.of("/", "/api/users/me", "/nowhere", "/health/live")) {
      assertThat(owner.get(path).headers().map())
          .as(path)
          .containsEntry("x-content-type-options", List.of("nosniff"))
          .containsEntry("x-frame-options", List.of("DENY"))
          .containsEntry("referrer-policy", List.of("no-referrer"))
          .containsEntry("cross-origin-opener-policy", List.of("same-origin"))
          .containsKey("content-security-policy")
          .doesNotContainKey("strict-transport-security");
    }
  }

  @Test
  void insists_on_https_where_it_is_public_by_https() {
    try (TestHouse secure =
        TestHouse.open(TestSurroundings.ample().at("https://traffic.example"))) {
      for (String path : List.of("/", "/nowhere", "/health/live")) {
        assertThat(secure.client().get(path).headers().firstValue("Strict-Transport-Security"))
            .hasValue("max-age=31536000");
      }
    }
  }
}
