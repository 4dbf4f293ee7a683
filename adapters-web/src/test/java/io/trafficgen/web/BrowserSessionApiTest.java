package io.trafficgen.web;

import static io.trafficgen.web.TestClient.json;
import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions in a cookie (security page, 5.1). */
class BrowserSessionApiTest {
  private static final String EMAIL = "owner@shop.example";
  private static final String SITE = "{\"host\":\"shop.example.com\"}";
  private static final String SIGN_IN =
      "{\"username\":\"%s\",\"password\":\"%s\",\"cookie\":true}"
          .formatted(EMAIL, TestClient.PASSWORD);
  private static final Map<String, String> OWN_PAGE =
      Map.of("Origin", TestHouse.BASE_URL, "Content-Type", "application/json");

  private TestHouse house;
  private TestClient browser;

  @BeforeEach
  void open() {
    house = TestHouse.open();
    house.client().signUp(EMAIL);
    browser = house.client();
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** Signs in and gives the cookie as a browser would send it. */
  private String cookie() {
    HttpResponse<String> signedIn = browser.send("POST", "/api/auth/token", SIGN_IN, OWN_PAGE);
    assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(204);
    String header = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
    return header.substring(0, header.indexOf(';'));
  }

  private HttpResponse<String> send(
      String method, String path, String body, String cookie, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Cookie", cookie);
    return browser.send(method, path, body, all);
  }

  @Test
  void signs_in_without_showing_a_token() {
    HttpResponse<String> answer = browser.send("POST", "/api/auth/token", SIGN_IN, OWN_PAGE);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
        .startsWith("__Host-trafficgen=")
        .endsWith("; Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=2592000");
    HttpResponse<String> me = send("GET", "/api/users/me", "", cookie(), Map.of());
    assertThat(json(me).get("email").textValue()).isEqualTo(EMAIL);
  }

  @Test
  void keeps_wrong_passwords_out() {
    HttpResponse<String> refused =
        browser.send("POST", "/api/auth/token", SIGN_IN.replace("a kettle", "no kettle"), OWN_PAGE);
    problem(refused, 401);
    assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void writes_for_a_page_of_our_own() {
    String cookie = cookie();
    assertThat(send("POST", "/api/sites", SITE, cookie, OWN_PAGE).statusCode()).isEqualTo(201);
    Map<String, String> modern =
        Map.of("Sec-Fetch-Site", "same-origin", "Content-Type", "application/json");
    assertThat(
            send("POST", "/api/projects", "{\"name\":\"a\",\"settings\":{}}", cookie, modern)
                .statusCode())
        .isEqualTo(201);
  }

  @Test
  void refuses_to_write_for_other_sites() {
    String cookie = cookie();
    String json = "application/json";
    for (Map<String, String> forged :
        List.of(
            Map.of("Content-Type", json),
            Map.of("Content-Type", json, "Origin", "https://evil.example"),
            Map.of("Content-Type", json, "Origin", "null"),
            Map.of("Content-Type", json, "Origin", "http://localhost:8081"),
            Map.of(
                "Content-Type",
                json,
                "Origin",
                "http://evil.example",
                "Sec-Fetch-Site",
                "same-origin"),
            Map.of("Content-Type", json, "Sec-Fetch-Site", "same-site"),
            Map.of("Content-Type", "text/plain", "Origin", TestHouse.BASE_URL),
            Map.of("Origin", TestHouse.BASE_URL))) {
      problem(send("POST", "/api/sites", SITE, cookie, forged), 403);
      HttpResponse<String> signIn = browser.send("POST", "/api/auth/token", SIGN_IN, forged);
      assertThat(signIn.statusCode()).isIn(403, 415);
      assertThat(signIn.headers().firstValue("Set-Cookie")).isEmpty();
    }
    assertThat(json(send("GET", "/api/sites", "", cookie, Map.of())).get("items")).isEmpty();
  }

  @Test
  void lets_a_header_win_over_a_cookie() {
    String cookie = cookie();
    TestClient other = house.client().signUp("other@shop.example");
    Map<String, String> both = Map.of("Cookie", cookie, "Content-Type", "application/json");
    assertThat(json(other.send("GET", "/api/users/me", "", both)).get("email").textValue())
        .isEqualTo("other@shop.example");
    assertThat(other.send("POST", "/api/sites", SITE, both).statusCode()).isEqualTo(201);
    problem(
        browser.withToken("nonsense").send("GET", "/api/users/me", "", Map.of("Cookie", cookie)),
        401);
  }

  @Test
  void ends_with_its_session() {
    String cookie = cookie();
    HttpResponse<String> left = send("POST", "/api/auth/logout", "", cookie, OWN_PAGE);
    assertThat(left.statusCode()).isEqualTo(204);
    assertThat(left.headers().firstValue("Set-Cookie").orElse(""))
        .startsWith("__Host-trafficgen=;")
        .endsWith("Max-Age=0");
    problem(send("GET", "/api/users/me", "", cookie, Map.of()), 401);
  }

  @Test
  void outlives_access_tokens_but_not_the_session() {
    String cookie = cookie();
    house.now.set(TestHouse.START.plus(Duration.ofDays(29)));
    assertThat(send("GET", "/api/users/me", "", cookie, Map.of()).statusCode()).isEqualTo(200);
    house.now.set(TestHouse.START.plus(Duration.ofDays(90)));
    problem(send("GET", "/api/users/me", "", cookie, Map.of()), 401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "e30.e30.", "\"\""})
  void takes_no_other_value(String value) {
    problem(send("GET", "/api/users/me", "", "__Host-trafficgen=" + value, Map.of()), 401);
  }

  @Test
  void keeps_passwords_off_plain_networks() {
    try (TestHouse plain = TestHouse.open(TestSurroundings.ample().at("http://shop.example"))) {
      plain.client().signUp(EMAIL);
      HttpResponse<String> refused =
          plain
              .client()
              .send(
                  "POST",
                  "/api/auth/token",
                  SIGN_IN,
                  Map.of("Origin", "http://shop.example", "Content-Type", "application/json"));
      assertThat(problem(refused, 403).get("detail").textValue()).contains("https");
      assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }
}
