package io.trafficgen.web;

import static io.trafficgen.web.TestClient.json;
import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trafficgen.domain.site.Host;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectApiTest {
  /** Everything that a reader of JSON likes to tidy up. */
  private static final String ODD =
      "{ \"z\" : 1e2,\"a\":1.10"
          + " ,\"big\":123456789012345678901234567890,\"emoji\":\"😀\\ud83d\\ude00\",\"nul\":\"\\u0000\",\"n\":{\"n\":null,\"l\":[null"
          + " , []]},\"unknown key/~\":\"\\/\",\n"
          + "\t\"neg\":-0.0,\"half\":\"\\ud800\",\"é\":\"ü\" }";

  private TestHouse house;
  private TestClient owner;

  @BeforeEach
  void open() {
    house = TestHouse.open();
    owner = house.client().signUp("owner@shop.example");
  }

  @AfterEach
  void close() {
    house.close();
  }

  private JsonNode create(String settings) {
    HttpResponse<String> response =
        owner.post("/api/projects", "{\"name\":\"p\", \"settings\" : " + settings + " , \"x\":1}");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return json(response);
  }

  private static String path(JsonNode project, String rest) {
    return "/api/projects/" + project.get("id").textValue() + rest;
  }

  @Test
  void gives_settings_back_byte_for_byte_everywhere() {
    JsonNode project = create(ODD);
    String splice = "\"settings\":" + ODD + ",\"created_at\"";
    assertThat(owner.get(path(project, "")).body()).contains(splice);
    assertThat(owner.get("/api/projects").body()).contains(splice);
    assertThat(owner.get("/projects").body()).contains(splice);
    assertThat(owner.post(path(project, "/stop"), "").body()).contains(splice);
    assertThat(owner.get(path(project, "/settings")).body()).isEqualTo(ODD);
  }

  @Test
  void keeps_emoji_whole_at_every_offset() {
    for (int padding = 0; padding < 5; padding++) {
      String settings = "{\"a\":\"" + "x".repeat(padding) + "😀".repeat(9_000) + "\"}";
      JsonNode project = create(settings);
      assertThat(owner.get(path(project, "")).body()).contains(settings);
    }
  }

  @Test
  void replaces_settings_only_for_who_saw_the_last_ones() throws Exception {
    JsonNode project = create("{}");
    String path = path(project, "/settings");
    String tag = owner.get(path).headers().firstValue("ETag").orElseThrow();
    assertThat(tag)
        .isEqualTo(
            '"'
                + HexFormat.of()
                    .formatHex(
                        MessageDigest.getInstance("SHA-256")
                            .digest("{}".getBytes(StandardCharsets.UTF_8)))
                + '"');
    problem(put(path, ODD, Map.of()), 428);
    problem(put(path, ODD, Map.of("If-Match", "\"0\"")), 412);
    problem(put(path, ODD, Map.of("If-Match", "W/" + tag)), 412);
    HttpResponse<String> replaced = put(path, ODD, Map.of("If-Match", tag));
    assertThat(replaced.statusCode()).isEqualTo(200);
    assertThat(replaced.body()).isEqualTo(ODD);
    assertThat(replaced.headers().firstValue("ETag")).isPresent().isNotEqualTo(tag);
    problem(put(path, "{}", Map.of("If-Match", tag)), 412);
    assertThat(put(path, " {} \n", Map.of("If-Match", "*")).body()).isEqualTo(" {} \n");
    assertThat(owner.get(path).body()).isEqualTo(" {} \n");
    problem(put(path, "[]", Map.of("If-Match", "*")), 400);
    problem(put(path, "{\"a\":\"" + "a".repeat(262_144) + "\"}", Map.of("If-Match", "*")), 400);
  }

  private HttpResponse<String> put(String path, String body, Map<String, String> headers) {
    return owner.send("PUT", path, body, headers);
  }

  @Test
  void creates_stopped_and_says_what_is_in_the_way_of_a_start() {
    JsonNode project = create("{\"entryUrls\":\"http://shop.example.com/\"}");
    assertThat(project.get("status").textValue()).isEqualTo("stopped");
    assertThat(project.get("status_reason").textValue()).isEqualTo("new");
    assertThat(project.get("daily_limit").intValue()).isZero();
    assertThat(project.get("expires_at").isNull()).isTrue();
    JsonNode problem = problem(owner.post(path(project, "/start"), ""), 422);
    assertThat(problem.get("errors").get(0).get("pointer").textValue())
        .isEqualTo("/settings/entryUrls");
    assertThat(json(owner.get("/api/projects")).get("items")).hasSize(1);
    problem(
        owner.post(
            "/api/projects",
            "{\"name\":\"q\",\"settings\":{\"entryUrls\":\"http://shop.example.com/\"},"
                + "\"start\":true}"),
        422);
    assertThat(json(owner.get("/api/projects")).get("items")).hasSize(1);
  }

  private void verifyShop() {
    JsonNode site = json(owner.post("/api/sites", "{\"host\":\"shop.example.com\"}"));
    house.ports.proofs.put(Host.parse("shop.example.com"), site.get("token").textValue());
    owner.post("/api/sites/" + site.get("id").textValue() + "/verify", "");
  }

  @Test
  void promises_no_visit_after_the_expiry() {
    verifyShop();
    JsonNode started =
        json(
            owner.post(
                "/api/projects",
                "{\"name\":\"p\",\"expires_at\":\"2020-01-01T00:00:00Z\",\"start\":true,"
                    + "\"settings\":{\"entryUrls\":\"http://shop.example.com/\"}}"));
    assertThat(started.get("status_reason").textValue()).isEqualTo("expired");
    assertThat(started.get("next_visit_at").isNull()).isTrue();
    assertThat(started.get("binding_cap").isNull()).isTrue();
  }

  @Test
  void starts_without_funds_and_stops() {
    verifyShop();
    JsonNode project = create("{\"entryUrls\":\"http://shop.example.com/\"}");
    JsonNode started = json(owner.post(path(project, "/start"), ""));
    assertThat(started.get("status").textValue()).isEqualTo("active");
    assertThat(started.get("status_reason").textValue()).isEqualTo("no_funds");
    assertThat(started.get("binding_cap").textValue()).isEqualTo("funds");
    JsonNode stopped = json(owner.post(path(project, "/stop"), "{}"));
    assertThat(stopped.get("status").textValue()).isEqualTo("stopped");
    assertThat(stopped.get("status_reason").textValue()).isEqualTo("user");
  }

  @Test
  void answers_like_nothing_for_the_projects_of_others() {
    JsonNode project = create("{}");
    TestClient other = house.client().signUp("other@shop.example");
    for (String rest :
        new String[] {"", "/settings", "/stats", "/visits", "/hits", "/live-stream"}) {
      problem(other.get(path(project, rest)), 404);
    }
    problem(other.post(path(project, "/start"), ""), 404);
    problem(other.post(path(project, "/stop"), ""), 404);
    problem(other.send("PUT", path(project, "/settings"), "{}", Map.of("If-Match", "*")), 404);
    assertThat(json(owner.get(path(project, "/stats"))).get("totals").get("billed").intValue())
        .isZero();
  }

  @Test
  void stats_go_by_what_is_asked_for() {
    JsonNode project = create("{}");
    for (String by : new String[] {"minute", "hour", "day"}) {
      assertThat(json(owner.get(path(project, "/stats?by=" + by))).get("series")).isEmpty();
    }
    problem(owner.get(path(project, "/stats?by=week")), 400);
  }
}
