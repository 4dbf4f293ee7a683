package io.trafficgen.web;

import static io.trafficgen.web.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trafficgen.domain.account.Email;
import io.trafficgen.web.security.TrustedProxies;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a link does, and who counts as brought by it (billing page, 3.4). */
class ReferralApiTest {
  private static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0";

  private TestHouse house;
  private TestClient affiliate;
  private String code;

  @BeforeEach
  void open() {
    house = TestHouse.open(TestSurroundings.ample().with(TrustedProxies.parse("127.0.0.1")));
    affiliate = house.client().signUp("affiliate@shop.example");
    code = json(affiliate.get("/api/users/me")).get("affiliate_code").textValue();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private HttpResponse<String> follow(String method, String code, Map<String, String> headers) {
    return house.client().send(method, "/r/" + code, "", headers);
  }

  private static Map<String, String> browser(String address, String cookie) {
    Map<String, String> headers = new HashMap<>();
    headers.put("User-Agent", BROWSER);
    headers.put("X-Forwarded-For", address);
    if (!cookie.isEmpty()) {
      headers.put("Cookie", "tg_ref=" + cookie);
    }
    return headers;
  }

  private JsonNode register(String email, String typed, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "application/json");
    String body =
        "{\"email\":\"%s\",\"password\":\"%s\",\"affiliate_code\":%s}"
            .formatted(email, TestClient.PASSWORD, typed.isEmpty() ? "null" : "\"" + typed + "\"");
    HttpResponse<String> registered = house.client().send("POST", "/api/auth/register", body, all);
    assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
    return json(registered);
  }

  private JsonNode clicks() {
    return json(affiliate.get("/api/affiliate/clicks")).get("items");
  }

  private String id(TestClient client) {
    return json(client.get("/api/users/me")).get("id").textValue();
  }

  @Test
  void leads_to_the_sign_up_with_a_cookie_that_no_script_reads() {
    HttpResponse<String> answer =
        follow("GET", code.toUpperCase(Locale.ROOT), browser("192.0.2.7", ""));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).hasValue(TestAffiliates.SIGN_UP);
    assertThat(answer.headers().firstValue("Set-Cookie"))
        .hasValue("tg_ref=" + code + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000");
    assertThat(clicks()).hasSize(1);
    assertThat(clicks().get(0).get("code").textValue()).isEqualTo(code);
  }

  @Test
  void is_secure_where_the_house_is() {
    try (TestHouse secure =
        TestHouse.open(TestSurroundings.ample().at("https://traffic.example"))) {
      TestClient other = secure.client().signUp("affiliate@shop.example");
      String link = "/r/" + json(other.get("/api/users/me")).get("affiliate_code").textValue();
      assertThat(other.get(link).headers().firstValue("Set-Cookie").orElseThrow())
          .endsWith("; Secure");
    }
  }

  @Test
  void an_unknown_code_leads_on_without_a_cookie() {
    for (String unknown : new String[] {"nobodys1", "x", "%F0%9F%98%80", "a".repeat(500)}) {
      HttpResponse<String> answer = follow("GET", unknown, browser("192.0.2.7", ""));
      assertThat(answer.statusCode()).as(unknown).isEqualTo(302);
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
    assertThat(clicks()).isEmpty();
  }

  @Test
  void counts_people_once_a_day_and_nobody_else() {
    follow("HEAD", code, browser("192.0.2.7", ""));
    follow("GET", code, Map.of("User-Agent", "Googlebot/2.1", "X-Forwarded-For", "192.0.2.7"));
    assertThat(clicks()).isEmpty();

    follow("GET", code, browser("192.0.2.7", ""));
    follow("GET", code, browser("192.0.2.7", ""));
    follow("GET", code, browser("192.0.2.8", ""));
    assertThat(clicks()).hasSize(2);

    house.now.set(TestHouse.START.plus(Duration.ofHours(24)));
    follow("GET", code, browser("192.0.2.7", ""));
    affiliate = affiliate.withToken(affiliate.freshToken("affiliate@shop.example"));
    assertThat(clicks()).hasSize(3);
  }

  @Test
  void the_first_known_link_stays() {
    TestClient second = house.client().signUp("second@shop.example");
    String other = json(second.get("/api/users/me")).get("affiliate_code").textValue();

    assertThat(follow("GET", other, browser("192.0.2.7", code)).headers().firstValue("Set-Cookie"))
        .isEmpty();
    assertThat(
            follow("GET", other, browser("192.0.2.7", "nobodys1"))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow())
        .startsWith("tg_ref=" + other + ";");
  }

  @Test
  void who_signs_up_with_the_cookie_was_brought_and_a_typed_code_wins() {
    TestClient second = house.client().signUp("second@shop.example");
    String typed = json(second.get("/api/users/me")).get("affiliate_code").textValue();
    follow("GET", code, browser("192.0.2.9", ""));

    JsonNode byCookie = register("a@shop.example", "", browser("192.0.2.9", code));
    assertThat(byCookie.get("referred_by").textValue()).isEqualTo(id(affiliate));
    assertThat(clicks().get(0).get("signed_up").booleanValue()).isTrue();
    assertThat(
            register("b@shop.example", typed, browser("192.0.2.9", code))
                .get("referred_by")
                .textValue())
        .isEqualTo(id(second));
    assertThat(
            register("c@shop.example", "nobodys1", browser("192.0.2.9", code))
                .get("referred_by")
                .textValue())
        .isEqualTo(id(affiliate));
    assertThat(
            register("d@shop.example", "?", browser("192.0.2.9", "?")).get("referred_by").isNull())
        .isTrue();
  }

  @Test
  void who_looks_like_the_affiliate_is_brought_with_doubt() {
    register("here@shop.example", "", browser("192.0.2.20", ""));
    String here =
        house
            .ports
            .accounts
            .findByEmail(Email.parse("here@shop.example"))
            .orElseThrow()
            .affiliateCode()
            .value();

    register("x@shop.example", here, browser("192.0.2.20", ""));
    register("here+2@shop.example", here, browser("192.0.2.21", ""));
    register("y@shop.example", here, browser("192.0.2.21", ""));

    assertThat(doubt("x@shop.example")).contains("one address");
    assertThat(doubt("here+2@shop.example")).contains("mailbox");
    assertThat(doubt("y@shop.example")).isEqualTo("none");
  }

  private String doubt(String email) {
    return house
        .ports
        .accounts
        .findByEmail(Email.parse(email))
        .orElseThrow()
        .origin()
        .doubt()
        .orElse("none");
  }
}
