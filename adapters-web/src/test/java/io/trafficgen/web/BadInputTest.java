package io.trafficgen.web;

import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, the answer is a problem document that says what is wrong. */
class BadInputTest {
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

  private static List<String> pointers(JsonNode problem) {
    List<String> pointers = new ArrayList<>();
    problem.get("errors").forEach(error -> pointers.add(error.get("pointer").textValue()));
    return pointers;
  }

  @Test
  void names_all_missing_fields_at_once_with_examples() {
    JsonNode problem = problem(stranger.post("/api/auth/register", "{}"), 400);
    assertThat(pointers(problem)).containsExactly("/email", "/password");
    assertThat(problem.get("errors").get(0).get("example").textValue())
        .isEqualTo("owner@shop.example");
  }

  @Test
  void names_all_fields_of_a_wrong_type() {
    JsonNode problem =
        problem(
            owner.post(
                "/api/projects",
                "{\"name\":7,\"daily_limit\":\"ten\",\"total_target\":-1,"
                    + "\"expires_at\":\"soon\",\"settings\":[],\"start\":\"no\"}"),
            400);
    assertThat(pointers(problem))
        .containsExactly(
            "/name", "/daily_limit", "/total_target", "/expires_at", "/settings", "/start");
  }

  @Test
  void names_the_place_of_a_duplicate_key_in_settings() {
    JsonNode problem =
        problem(
            owner.post("/api/projects", "{\"name\":\"a\",\"settings\":{\"b\":1,\"b\":2}}"), 400);
    assertThat(pointers(problem)).containsExactly("/settings/b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nonsense",
        "{",
        "{}x",
        "[]",
        "null",
        "7",
        "{\"email\":NaN}",
        "{\"a\":1e401}"
      })
  void refuses_what_is_no_json_object(String body) {
    problem(
        stranger.post(
            "/api/auth/register",
            body.getBytes(StandardCharsets.UTF_8),
            Map.of("Content-Type", "application/json")),
        400);
  }

  @Test
  void refuses_json_that_nests_too_deep() {
    problem(stranger.post("/api/auth/register", "[".repeat(30_000)), 400);
  }

  @Test
  void refuses_bad_utf_8() {
    byte[] body = "{\"email\":\"?\"}".getBytes(StandardCharsets.UTF_8);
    body[10] = (byte) 0xff;
    problem(
        stranger.post("/api/auth/register", body, Map.of("Content-Type", "application/json")), 400);
  }

  @Test
  void refuses_text_that_the_database_could_not_hold() {
    String body =
        "{\"email\":\"a@b.example\",\"password\":\"%s\",\"name\":\"a\\u0000b\"}"
            .formatted(TestClient.PASSWORD);
    assertThat(pointers(problem(stranger.post("/api/auth/register", body), 400)))
        .containsExactly("/name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=klingon",
        "application/json; charset",
        "application/json; charset=utf-16",
        "text/plain",
        "application/x-www-form-urlencoded"
      })
  void refuses_other_media_types_and_charsets(String type) {
    problem(
        stranger.post(
            "/api/auth/register",
            "{}".getBytes(StandardCharsets.UTF_8),
            Map.of("Content-Type", type)),
        415);
    problem(
        stranger.send("GET", "/api/billing/quote?amount=x", "", Map.of("Content-Type", type)),
        type.contains("charset") ? 415 : 400);
  }

  @Test
  void refuses_missing_bad_and_ended_tokens() {
    assertThat(stranger.get("/api/users/me").headers().firstValue("WWW-Authenticate"))
        .hasValue("Bearer");
    problem(stranger.get("/api/users/me"), 401);
    problem(stranger.withToken("nonsense").get("/api/users/me"), 401);
    problem(stranger.withToken("e30.e30.").get("/api/users/me"), 401);
    TestClient leaving = house.client().signUp("leaving@shop.example");
    assertThat(leaving.post("/api/auth/logout", "").statusCode()).isEqualTo(204);
    problem(leaving.get("/api/users/me"), 401);
  }

  @Test
  void keeps_admins_apart() {
    problem(owner.get("/api/admin/live-stream"), 403);
    problem(owner.post("/api/users/me/claim-admin", "{\"secret\":\"guess\"}"), 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?amount=",
        "?amount=1&amount=2",
        "?amount=1&visits=1",
        "?amount=0",
        "?amount=-5",
        "?amount=NaN",
        "?amount=1e3",
        "?amount=%2B5",
        "?amount=1,000",
        "?amount=%20500",
        "?amount=128.999",
        "?amount=%FF",
        "?amount=%D9%A1",
        "?visits=0",
        "?visits=x",
        "?visits=999999999999999999"
      })
  void refuses_unusable_quotes(String query) {
    JsonNode problem = problem(stranger.get("/api/billing/quote" + query), 400);
    assertThat(pointers(problem)).isNotEmpty();
  }

  @Test
  void refuses_more_than_the_maximum_purchase_as_not_allowed() {
    problem(stranger.get("/api/billing/quote?amount=1000000.01"), 422);
    problem(owner.post("/api/billing/topups", "{\"amount\":\"9.99\"}"), 422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?limit=0", "?limit=101", "?limit=x", "?cursor=x", "?cursor=AAAA"})
  void refuses_unusable_pages(String query) {
    problem(owner.get("/api/projects" + query), 400);
  }

  @Test
  void refuses_bodies_that_are_too_large() {
    problem(owner.post("/api/sites", "{\"host\":\"" + "a".repeat(70_000) + "\"}"), 413);
    problem(owner.post("/api/projects", "\"" + "a".repeat(1_100_000) + "\""), 413);
  }
}
