package io.trafficgen.web;

import static io.trafficgen.web.TestClient.PASSWORD;
import static io.trafficgen.web.TestClient.json;
import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trafficgen.application.port.SecondFactor;
import io.trafficgen.domain.account.Email;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** API keys, one-time codes, and the limits of guessing. */
class CredentialApiTest {
  private static final String ME = "/api/users/me";
  private static final String KEY = ME + "/api-key";
  private static final String TOTP = ME + "/totp";
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

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

  private HttpResponse<String> byKey(String key, String method, String path, String body) {
    return house
        .client()
        .send(method, path, body, Map.of("X-API-Key", key, "Content-Type", "application/json"));
  }

  private HttpResponse<String> signIn(String username, String password, String code) {
    return house
        .client()
        .post(
            "/api/auth/token",
            "{\"username\":\"%s\",\"password\":\"%s\"%s}"
                .formatted(username, password, code.isEmpty() ? "" : ",\"totp\":\"" + code + "\""));
  }

  /** The code that the owner's device shows now. */
  private String code() {
    return house
        .ports
        .account
        .secondFactors()
        .find(house.ports.accounts.findByEmail(Email.parse("owner@shop.example")).get().id())
        .map(SecondFactor::secret)
        .orElseThrow()
        .code(house.now.get());
  }

  private static String wrong(String code) {
    return code.startsWith("0") ? "1" + code.substring(1) : "0" + code.substring(1);
  }

  private static String body(String code) {
    return "{\"code\":\"" + code + "\"}";
  }

  private void turnOn() {
    owner.post(TOTP, "");
    assertThat(owner.post(TOTP + "/confirm", body(code())).statusCode()).isEqualTo(204);
    later(Duration.ofSeconds(30));
  }

  private void later(Duration wait) {
    house.now.updateAndGet(now -> now.plus(wait));
  }

  @Test
  void a_key_opens_what_a_token_opens_but_nothing_that_opens_the_account() {
    String key = json(owner.post(KEY, "")).get("api_key").textValue();
    assertThat(key).startsWith("tg_").hasSize(46);
    assertThat(byKey(key, "GET", ME, "").statusCode()).isEqualTo(200);
    assertThat(byKey(key, "PATCH", ME, "{\"name\":\"Ada\"}").statusCode()).isEqualTo(200);
    String password =
        "{\"password\":\"another horse here\",\"current_password\":\"" + PASSWORD + "\"}";
    problem(byKey(key, "PATCH", ME, password), 403);
    problem(byKey(key, "POST", KEY, ""), 403);
    problem(byKey(key, "DELETE", KEY, ""), 403);
    problem(byKey(key, "POST", TOTP, ""), 403);
    problem(byKey(key, "DELETE", ME, "{\"password\":\"" + PASSWORD + "\"}"), 403);
    problem(byKey(key, "POST", ME + "/claim-admin", "{\"secret\":\"x\"}"), 403);
    problem(byKey(key, "POST", "/api/auth/logout", ""), 403);
    assertThat(owner.get(ME).body()).doesNotContain(key);
  }

  @Test
  void a_later_key_replaces_the_first_and_a_revoked_one_is_dead_at_once() {
    String first = json(owner.post(KEY, "")).get("api_key").textValue();
    String second = json(owner.post(KEY, "")).get("api_key").textValue();
    problem(byKey(first, "GET", ME, ""), 401);
    assertThat(byKey(second, "GET", ME, "").statusCode()).isEqualTo(200);
    assertThat(owner.send("DELETE", KEY, "", Map.of()).statusCode()).isEqualTo(204);
    problem(byKey(second, "GET", ME, ""), 401);
    problem(byKey("", "GET", ME, ""), 401);
  }

  @Test
  void codes_are_asked_for_once_they_are_confirmed_and_each_is_good_once() {
    JsonNode offered = json(owner.post(TOTP, ""));
    assertThat(offered.get("uri").textValue()).contains(offered.get("secret").textValue());
    assertThat(signIn("owner@shop.example", PASSWORD, "").statusCode()).isEqualTo(200);
    problem(owner.post(TOTP + "/confirm", body(wrong(code()))), 403);
    assertThat(owner.post(TOTP + "/confirm", body(code())).statusCode()).isEqualTo(204);
    assertThat(json(owner.get(ME)).get("totp").booleanValue()).isTrue();
    problem(owner.post(TOTP, ""), 409);

    JsonNode needed = problem(signIn("owner@shop.example", PASSWORD, ""), 401);
    assertThat(needed.get("detail").textValue()).contains("one-time code");
    JsonNode unknown = problem(signIn("owner@shop.example", "wrong", code()), 401);
    assertThat(unknown.get("detail").textValue()).doesNotContain("code");
    problem(signIn("owner@shop.example", PASSWORD, code()), 401); // used to confirm
    later(Duration.ofSeconds(30));
    assertThat(signIn("owner@shop.example", PASSWORD, code()).statusCode()).isEqualTo(200);
    problem(signIn("owner@shop.example", PASSWORD, code()), 401);
  }

  @Test
  void a_last_code_turns_codes_off() {
    problem(owner.send("DELETE", TOTP, body("000000"), JSON), 409);
    turnOn();
    problem(owner.send("DELETE", TOTP, body(wrong(code())), JSON), 403);
    assertThat(owner.send("DELETE", TOTP, body(code()), JSON).statusCode()).isEqualTo(204);
    assertThat(signIn("owner@shop.example", PASSWORD, "").statusCode()).isEqualTo(200);
  }

  @Test
  void guessing_codes_ends_after_five_a_quarter_of_an_hour() {
    turnOn();
    for (int i = 0; i < 5; i++) {
      problem(signIn("owner@shop.example", PASSWORD, wrong(code())), 401);
    }
    HttpResponse<String> refused = signIn("owner@shop.example", PASSWORD, code());
    problem(refused, 429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("900");
    later(Duration.ofMinutes(15));
    assertThat(signIn("owner@shop.example", PASSWORD, code()).statusCode()).isEqualTo(200);
  }

  @Test
  void guessing_passwords_ends_alike_for_known_and_unknown_names() {
    for (String name : new String[] {"Owner@shop.example", "nobody@shop.example"}) {
      for (int i = 0; i < 10; i++) {
        problem(signIn(name, "guess " + i, ""), 401);
      }
      HttpResponse<String> refused = signIn(name, PASSWORD, "");
      problem(refused, 429);
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("900");
    }
    later(Duration.ofMinutes(15));
    assertThat(signIn("owner@shop.example", PASSWORD, "").statusCode()).isEqualTo(200);
  }

  @Test
  void a_right_password_forgives_the_wrong_ones_before_it() {
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 9; j++) {
        problem(signIn("owner@shop.example", "guess " + j, ""), 401);
      }
      assertThat(signIn("owner@shop.example", PASSWORD, "").statusCode()).isEqualTo(200);
    }
  }
}
