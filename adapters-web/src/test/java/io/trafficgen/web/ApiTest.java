package io.trafficgen.web;

import static io.trafficgen.web.TestClient.json;
import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The wire shapes that clients rely on (product page, 1.7). */
class ApiTest {
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

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void signs_up_with_an_affiliate_code_and_shows_the_account() {
    String code = json(owner.get("/api/users/me")).get("affiliate_code").textValue();
    HttpResponse<String> response =
        house
            .client()
            .post(
                "/api/auth/register",
                ("{\"email\":\"Ref@Shop.Example\",\"password\":\"%s\",\"name\":\"Ada\","
                        + "\"affiliate_code\":\"%s\",\"role\":\"admin\",\"balance\":\"9\"}")
                    .formatted(TestClient.PASSWORD, code));
    assertThat(response.statusCode()).isEqualTo(201);
    JsonNode account = json(response);
    assertThat(names(account))
        .startsWith(
            "id",
            "email",
            "name",
            "role",
            "affiliate_code",
            "referred_by",
            "balance",
            "created_at");
    assertThat(account.get("email").textValue()).isEqualTo("ref@shop.example");
    assertThat(account.get("role").textValue()).isEqualTo("user");
    assertThat(account.get("balance").textValue()).isEqualTo("0.00");
    assertThat(account.get("created_at").textValue()).isEqualTo("2026-11-22T18:30:00.123Z");
    assertThat(account.get("referred_by").textValue())
        .isEqualTo(json(owner.get("/api/users/me")).get("id").textValue());
    assertThat(response.body()).doesNotContain(TestClient.PASSWORD);
  }

  @Test
  void takes_credentials_as_json_and_as_a_form() {
    HttpResponse<String> form =
        house
            .client()
            .post(
                "/api/auth/token",
                "grant_type=password&username=owner%40shop.example&password=a+kettle%20sings+on+the+windowsill"
                    .getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    JsonNode tokens = json(form);
    assertThat(names(tokens))
        .containsExactly("access_token", "token_type", "expires_in", "refresh_token");
    assertThat(tokens.get("expires_in").intValue()).isEqualTo(900);
    problem(
        house
            .client()
            .post("/api/auth/token", "{\"username\":\"owner@shop.example\",\"password\":\"x\"}"),
        401);
  }

  @Test
  void exchanges_refresh_tokens_and_forgets_access_tokens_in_time() {
    JsonNode tokens =
        json(
            house
                .client()
                .post(
                    "/api/auth/token",
                    "{\"username\":\"owner@shop.example\",\"password\":\"%s\"}"
                        .formatted(TestClient.PASSWORD)));
    TestClient client = owner.withToken(tokens.get("access_token").textValue());
    house.now.set(TestHouse.START.plus(Duration.ofSeconds(901)));
    problem(client.get("/api/users/me"), 401);
    String refresh = "{\"refresh_token\":%s}".formatted(tokens.get("refresh_token"));
    JsonNode next = json(house.client().post("/api/auth/refresh", refresh));
    assertThat(
            owner.withToken(next.get("access_token").textValue()).get("/api/users/me").statusCode())
        .isEqualTo(200);
    problem(house.client().post("/api/auth/refresh", refresh), 401);
  }

  @Test
  void makes_an_admin_once_and_without_a_new_token() {
    String claim = "{\"secret\":\"%s\"}".formatted(house.adminSecret);
    assertThat(json(owner.post("/api/users/me/claim-admin", claim)).get("role").textValue())
        .isEqualTo("admin");
    problem(owner.post("/api/users/me/claim-admin", claim), 403);
  }

  @Test
  void serves_pages_and_contract_without_a_token() {
    for (String path :
        List.of(
            "/",
            "/live.js",
            "/payments.js",
            "/mailed.js",
            "/affiliate.js",
            "/api.js",
            "/style.css",
            "/icon.svg",
            "/bot",
            "/openapi.yaml")) {
      HttpResponse<String> response = house.client().get(path);
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'", "frame-ancestors 'none'");
    }
    assertThat(house.client().get("/").body()).doesNotContain("style=", "onclick", "<script>");
  }
}
