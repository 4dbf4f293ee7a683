package io.trafficgen.web;

import static io.trafficgen.web.TestClient.PASSWORD;
import static io.trafficgen.web.TestClient.json;
import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trafficgen.application.account.Registration;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.Email;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What admins do about accounts, and what is kept of it. */
class AdminApiTest {
  private TestHouse house;
  private TestClient admin;

  @BeforeEach
  void open() {
    house = TestHouse.open();
    admin = admin(house);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static TestClient admin(TestHouse house) {
    TestClient client = house.client().signUp("admin@shop.example");
    String claim = "{\"secret\":\"" + house.adminSecret + "\"}";
    assertThat(client.post("/api/users/me/claim-admin", claim).statusCode()).isEqualTo(200);
    return client;
  }

  private static String id(TestClient client) {
    return json(client.get("/api/users/me")).get("id").textValue();
  }

  private HttpResponse<String> patch(String id, String body) {
    return admin.send(
        "PATCH", "/api/admin/users/" + id, body, Map.of("Content-Type", "application/json"));
  }

  private List<String> actions() {
    List<String> actions = new ArrayList<>();
    json(admin.get("/api/admin/audit-log"))
        .get("items")
        .forEach(entry -> actions.add(entry.get("action").textValue()));
    return actions;
  }

  @Test
  void lists_accounts_by_pages() {
    house.client().signUp("owner@shop.example");
    JsonNode first = json(admin.get("/api/admin/users?limit=1"));
    JsonNode second =
        json(admin.get("/api/admin/users?limit=1&cursor=" + first.get("next_cursor").textValue()));
    List<String> emails = new ArrayList<>();
    first.get("items").forEach(account -> emails.add(account.get("email").textValue()));
    second.get("items").forEach(account -> emails.add(account.get("email").textValue()));
    assertThat(emails).containsExactlyInAnyOrder("owner@shop.example", "admin@shop.example");
    assertThat(second.get("next_cursor").isNull()).isTrue();
  }

  @Test
  void disabling_shuts_an_account_out_at_once() {
    TestClient owner = house.client().signUp("owner@shop.example");
    String key = json(owner.post("/api/users/me/api-key", "")).get("api_key").textValue();
    String id = id(owner);
    assertThat(json(patch(id, "{\"disabled\":true}")).get("disabled").booleanValue()).isTrue();

    problem(owner.get("/api/users/me"), 401);
    problem(house.client().send("GET", "/api/users/me", "", Map.of("X-API-Key", key)), 401);
    String credentials = "{\"username\":\"owner@shop.example\",\"password\":\"" + PASSWORD + "\"}";
    problem(house.client().post("/api/auth/token", credentials), 401);
    int mails = house.ports.mailer.mails().size();
    house.client().post("/api/auth/forgot-password", "{\"email\":\"owner@shop.example\"}");
    assertThat(house.ports.mailer.mails()).hasSize(mails);

    patch(id, "{\"disabled\":false}");
    assertThat(house.client().post("/api/auth/token", credentials).statusCode()).isEqualTo(200);
    problem(owner.get("/api/users/me"), 401);
    assertThat(actions()).contains("account_enabled", "account_disabled", "api_key_made");
  }

  @Test
  void one_admin_is_always_left() {
    problem(patch(id(admin), "{\"role\":\"user\"}"), 409);
    problem(patch(id(admin), "{\"disabled\":true}"), 409);
    String body = "{\"password\":\"" + PASSWORD + "\"}";
    Map<String, String> type = Map.of("Content-Type", "application/json");
    problem(admin.send("DELETE", "/api/users/me", body, type), 409);
    TestClient second = house.client().signUp("second@shop.example");
    assertThat(patch(id(second), "{\"role\":\"admin\"}").statusCode()).isEqualTo(200);
    assertThat(second.get("/api/admin/users").statusCode()).isEqualTo(200);
    assertThat(patch(id(admin), "{\"role\":\"user\"}").statusCode()).isEqualTo(200);
    problem(admin.get("/api/admin/users"), 403);
  }

  @Test
  void keeps_who_did_what_from_where() {
    TestClient owner = house.client().signUp("owner@shop.example");
    patch(id(owner), "{\"role\":\"admin\"}");
    patch(id(owner), "{\"role\":\"admin\"}");
    JsonNode entries = json(admin.get("/api/admin/audit-log")).get("items");
    assertThat(actions()).containsExactlyInAnyOrder("role_changed", "admin_claimed");
    JsonNode entry = entries.get(actions().indexOf("role_changed"));
    assertThat(entry.get("actor").textValue()).isEqualTo(id(admin));
    assertThat(entry.get("subject").textValue()).isEqualTo("account:" + id(owner));
    assertThat(entry.get("detail").textValue()).isEqualTo("to admin");
    assertThat(entry.get("address").textValue()).isEqualTo("127.0.0.1");
  }

  @Test
  void off_this_machine_admins_need_one_time_codes() {
    try (TestHouse strict = TestHouse.open(Registration.OPEN, true)) {
      TestClient careless = admin(strict);
      JsonNode refused = problem(careless.get("/api/admin/users"), 403);
      assertThat(refused.get("detail").textValue()).contains("/api/users/me/totp");
      careless.post("/api/users/me/totp", "");
      String code =
          strict
              .ports
              .account
              .secondFactors()
              .find(new AccountId(UUID.fromString(id(careless))))
              .orElseThrow()
              .secret()
              .code(strict.now.get());
      careless.post("/api/users/me/totp/confirm", "{\"code\":\"" + code + "\"}");
      assertThat(careless.get("/api/admin/users").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void invitations_let_one_account_in_each() {
    String code = json(admin.post("/api/admin/invitations", "")).get("code").textValue();
    JsonNode mailed =
        json(admin.post("/api/admin/invitations", "{\"email\":\"friend@shop.example\"}"));
    assertThat(house.ports.mailer.token(Email.parse("friend@shop.example")))
        .isEqualTo(mailed.get("code").textValue());
    assertThat(actions()).filteredOn("invitation_made"::equals).hasSize(2);
    assertThat(mailed.get("expires_at").textValue())
        .startsWith(TestHouse.START.plus(Duration.ofDays(7)).toString().substring(0, 19));
    // An open house asks for none.
    assertThat(register(house, "any@shop.example", code).statusCode()).isEqualTo(201);
  }

  @Test
  void a_house_of_invitations_takes_nobody_else() {
    try (TestHouse invited = TestHouse.open(Registration.INVITE, false)) {
      JsonNode missing = problem(register(invited, "one@shop.example", ""), 422);
      assertThat(missing.get("errors").get(0).get("pointer").textValue()).isEqualTo("/invitation");
      problem(register(invited, "one@shop.example", "guess"), 422);
    }
    try (TestHouse closed = TestHouse.open(Registration.CLOSED, false)) {
      problem(register(closed, "one@shop.example", ""), 422);
    }
  }

  private static HttpResponse<String> register(TestHouse house, String email, String code) {
    return house
        .client()
        .post(
            "/api/auth/register",
            "{\"email\":\"%s\",\"password\":\"%s\",\"invitation\":%s}"
                .formatted(email, PASSWORD, code.isEmpty() ? "null" : "\"" + code + "\""));
  }
}
