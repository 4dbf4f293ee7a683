package io.trafficgen.web;

import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.web.security.RequestLimits;
import io.trafficgen.web.security.TrustedProxies;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Too many requests (security page, 5.1), with limits that a test can reach. */
class RateLimitApiTest {
  private static final String QUOTE = "/api/billing/quote?amount=5";
  private static final byte[] BODY = "{\"type\":\"x\"}".getBytes(StandardCharsets.UTF_8);
  private static final List<String> SPELLINGS =
      List.of(
          "/api/auth/token/",
          "//api/auth/token",
          "/api//auth/token",
          "/api/auth//token",
          "/api/auth/%74oken",
          "/api/%61uth/token",
          "/api/auth%2Ftoken",
          "/api/auth/token;x=1",
          "/api/auth;x/token",
          "/api/x/../auth/token",
          "/api/./auth/token",
          "/projects/../api/auth/token",
          "/API/auth/token");

  private TestHouse house;

  @BeforeEach
  void open() {
    house =
        TestHouse.open(
            TestSurroundings.ample()
                .with(new RequestLimits(6, 4, 5, 2, 1))
                .with(TrustedProxies.parse("127.0.0.1")));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private HttpResponse<String> from(String address, String path) {
    return house.client().send("GET", path, "", Map.of("X-Forwarded-For", address));
  }

  @Test
  void refuses_a_strangers_fifth_request_and_takes_it_later() {
    for (int left = 3; left >= 0; left--) {
      HttpResponse<String> good = house.client().get(QUOTE);
      assertThat(good.statusCode()).isEqualTo(200);
      assertThat(good.headers().firstValue("RateLimit-Policy")).hasValue("\"address\";q=4;w=60");
      assertThat(good.headers().firstValue("RateLimit"))
          .hasValue("\"address\";r=%d;t=%d".formatted(left, (4 - left) * 15));
    }
    HttpResponse<String> refused = house.client().get(QUOTE);
    problem(refused, 429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("15");
    assertThat(refused.headers().firstValue("RateLimit")).hasValue("\"address\";r=0;t=60");

    house.now.set(TestHouse.START.plus(Duration.ofSeconds(14)));
    problem(house.client().get("/"), 429);
    house.now.set(TestHouse.START.plus(Duration.ofSeconds(15)));
    assertThat(house.client().get("/").statusCode()).isEqualTo(200);
    problem(house.client().get("/nowhere"), 429);
  }

  @Test
  void counts_each_address_apart_and_a_network_of_ipv6_as_one() {
    for (int i = 0; i < 4; i++) {
      assertThat(from("203.0.113.1", QUOTE).statusCode()).isEqualTo(200);
      assertThat(from("2001:db8:0:1::" + i, QUOTE).statusCode()).isEqualTo(200);
    }
    problem(from("203.0.113.1", QUOTE), 429);
    problem(from("2001:db8:0:1:ffff::", QUOTE), 429);
    problem(from("198.51.100.7, 203.0.113.1", QUOTE), 429);
    assertThat(from("203.0.113.2", QUOTE).statusCode()).isEqualTo(200);
    assertThat(from("2001:db8:0:2::1", QUOTE).statusCode()).isEqualTo(200);
  }

  @Test
  void counts_an_account_over_all_its_sessions() {
    TestClient one = house.client().signUp("owner@shop.example");
    TestClient other = house.client().signUp("owner@shop.example");
    for (int i = 0; i < 3; i++) {
      assertThat(one.get("/api/users/me").statusCode()).isEqualTo(200);
      assertThat(other.get(QUOTE).headers().firstValue("RateLimit-Policy"))
          .hasValue("\"account\";q=6;w=60");
    }
    HttpResponse<String> refused = one.get("/api/users/me");
    problem(refused, 429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
    assertThat(house.client().get(QUOTE).statusCode()).isEqualTo(200);
  }

  @Test
  void counts_attempts_to_sign_in_by_address() {
    String wrong = "{\"username\":\"a@b.example\",\"password\":\"wrong\"}";
    for (int i = 0; i < 5; i++) {
      problem(house.client().post("/api/auth/token", wrong), 401);
    }
    HttpResponse<String> refused = house.client().post("/api/auth/token", wrong);
    problem(refused, 429);
    assertThat(refused.headers().firstValue("RateLimit-Policy")).hasValue("\"sign-in\";q=5;w=60");
    problem(house.client().post("/api/auth/register", "{}"), 429);
    problem(house.client().post("/api/auth/refresh", "{\"refresh_token\":\"x\"}"), 401);
  }

  @Test
  void no_other_spelling_of_the_path_signs_in_uncounted() {
    String wrong = "{\"username\":\"a@b.example\",\"password\":\"wrong\"}";
    List<String> counted = new ArrayList<>();
    try (TestHouse ample = TestHouse.open()) {
      for (String path : SPELLINGS) {
        HttpResponse<String> answer = ample.client().post(path, wrong);
        assertThat(answer.statusCode()).as(path).isIn(400, 401, 404);
        if (answer.statusCode() == 401) {
          assertThat(answer.headers().firstValue("RateLimit-Policy").orElseThrow())
              .as(path)
              .startsWith("\"sign-in\"");
          counted.add(path);
        }
      }
    }
    assertThat(counted).contains("/api/auth/token/");
  }

  @Test
  void counts_searches_for_proofs_of_any_host_by_account() {
    TestClient owner = house.client().signUp("owner@shop.example");
    HttpResponse<String> site = owner.post("/api/sites", "{\"host\":\"shop.example\"}");
    String verify = "/api/sites/" + TestClient.json(site).get("id").textValue() + "/verify";
    assertThat(owner.post(verify, "").statusCode()).isEqualTo(200);
    HttpResponse<String> refused = owner.post("/api/sites/another/verify", "");
    problem(refused, 429);
    assertThat(refused.headers().firstValue("RateLimit-Policy")).hasValue("\"proof\";q=1;w=60");
    assertThat(owner.get("/api/sites").statusCode()).isEqualTo(200);
  }

  @Test
  void counts_a_bad_token_as_a_stranger() {
    for (int i = 0; i < 4; i++) {
      problem(house.client().withToken("nonsense" + i).get("/api/users/me"), 401);
    }
    problem(house.client().withToken("another").get("/api/users/me"), 429);
  }

  @Test
  void always_tells_its_health() {
    for (int i = 0; i < 20; i++) {
      HttpResponse<String> health = house.client().get("/health/live");
      assertThat(health.statusCode()).isEqualTo(200);
      assertThat(health.headers().firstValue("RateLimit")).isEmpty();
    }
  }

  @Test
  void counts_wrong_signatures_and_never_right_ones() throws Exception {
    Map<String, String> wrong = WebhookApiTest.signed("msg", TestHouse.START, new byte[1]);
    for (int i = 0; i < 2; i++) {
      problem(deliver(wrong), 401);
    }
    HttpResponse<String> refused = deliver(wrong);
    problem(refused, 429);
    assertThat(refused.headers().firstValue("RateLimit-Policy")).hasValue("\"signature\";q=2;w=60");
    for (int i = 0; i < 20; i++) {
      assertThat(deliver(WebhookApiTest.signed("msg_" + i, TestHouse.START, BODY)).statusCode())
          .isEqualTo(200);
    }
  }

  private HttpResponse<String> deliver(Map<String, String> headers) {
    return house.client().post("/api/webhooks/payment_provider", BODY, headers);
  }
}
