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

/** What a site's owner finds who follows the User-Agent, and the exits of admins. */
class BotApiTest {
  private static final String DIRECTORY = "/.well-known/http-message-signatures-directory";

  private TestHouse house;

  @BeforeEach
  void open() {
    house = TestHouse.open();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private HttpResponse<String> accepting(String path, String type) {
    return house.client().send("GET", path, "", Map.of("Accept", type));
  }

  @Test
  void the_page_says_who_visits_how_to_know_it_and_whom_to_write_to() {
    assertThat(house.client().get("/bot").body())
        .contains(
            "TrafficGenBot/1 (+https://traffic.example/bot)",
            "X-TrafficGen-Visit",
            "/bot/exits",
            "https://traffic.example" + DIRECTORY,
            "Requests are signed",
            "mailto:desk@traffic.example")
        .doesNotContain("{{", "style=", "<script");
  }

  @Test
  void exits_are_listed_in_json_and_in_text_and_never_how_they_are_reached() {
    HttpResponse<String> listed = house.client().get("/bot/exits");
    JsonNode items = json(listed).get("items");
    assertThat(items).hasSize(2);
    assertThat(items.get(0).toString())
        .isEqualTo(
            "{\"id\":\"de-1\",\"country\":\"DE\",\"region\":\"Hesse\",\"public_ip\":\"203.0.113.7\"}");
    assertThat(items.get(1).get("public_ip").isNull()).isTrue();
    assertThat(listed.body()).doesNotContain("proxy.example", "secret", "socks5");

    assertThat(accepting("/bot/exits", "text/plain").body()).isEqualTo("203.0.113.7 # DE\n");
    assertThat(accepting("/bot/exits", "text/html,*/*;q=0.8").body()).isEqualTo(listed.body());
    problem(accepting("/bot/exits", "image/png"), 406);
  }

  @Test
  void the_key_directory_is_served_as_the_draft_wants_it() {
    HttpResponse<String> keys = house.client().get(DIRECTORY);
    assertThat(keys.body()).isEqualTo(TestBot.KEYS);
    assertThat(keys.headers().firstValue("Content-Type"))
        .contains("application/http-message-signatures-directory+json");
    assertThat(keys.headers().firstValue("Signature")).contains("binding=:AA==:");
    assertThat(keys.headers().allValues("Cache-Control")).containsExactly("public, max-age=3600");
    assertThat(accepting(DIRECTORY, "application/json").statusCode()).isEqualTo(200);
  }

  @Test
  void without_a_key_there_is_no_directory_and_the_page_does_not_claim_one() {
    house.ports.signs = false;
    problem(house.client().get(DIRECTORY), 404);
    assertThat(house.client().get("/bot").body()).doesNotContain("Requests are signed");
  }

  @Test
  void admins_see_health_and_use_and_others_nothing() {
    TestClient admin = house.client().signUp("admin@shop.example");
    problem(admin.get("/api/admin/exits"), 403);
    admin.post("/api/users/me/claim-admin", "{\"secret\":\"" + house.adminSecret + "\"}");
    TestBot.check(house.ports, house.clock);
    TestBot.check(house.ports, house.clock);

    HttpResponse<String> listed = admin.get("/api/admin/exits");
    JsonNode first = json(listed).get("items").get(0);
    assertThat(first.get("kind").textValue()).isEqualTo("socks5");
    assertThat(first.get("healthy").booleanValue()).isFalse();
    assertThat(first.get("problem").textValue()).isEqualTo("no connection to the proxy");
    assertThat(first.get("in_use").intValue()).isZero();
    assertThat(first.get("checked_at").textValue()).isEqualTo("2026-11-22T18:30:00.123Z");
    assertThat(json(listed).get("items").get(1).get("kind").textValue()).isEqualTo("direct");
    assertThat(listed.body()).doesNotContain("secret");
  }
}
