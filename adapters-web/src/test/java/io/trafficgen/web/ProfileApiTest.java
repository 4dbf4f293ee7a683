package io.trafficgen.web;

import static io.trafficgen.web.TestClient.PASSWORD;
import static io.trafficgen.web.TestClient.json;
import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trafficgen.domain.account.Email;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What owners change about their accounts. */
class ProfileApiTest {
  private static final String ME = "/api/users/me";
  private static final String NEW_PASSWORD = "another horse entirely";

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

  private HttpResponse<String> patch(String body) {
    return owner.send("PATCH", ME, body, Map.of("Content-Type", "application/json"));
  }

  private HttpResponse<String> close(String password) {
    String body = "{\"password\":\"%s\"}".formatted(password);
    return owner.send("DELETE", ME, body, Map.of("Content-Type", "application/json"));
  }

  private HttpResponse<String> token(String email, String password) {
    return house
        .client()
        .post(
            "/api/auth/token",
            "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
  }

  @Test
  void changes_what_is_given_clears_what_is_null_and_keeps_the_rest() {
    patch("{\"name\":\"Ada\",\"company\":\"Shop Ltd\",\"vat_id\":\"DE1\",\"city\":\"Berlin\"}");
    JsonNode changed = json(patch("{\"company\":null,\"city\":\"Bonn\"}"));
    assertThat(changed.get("name").textValue()).isEqualTo("Ada");
    assertThat(changed.get("vat_id").textValue()).isEqualTo("DE1");
    assertThat(changed.get("company").isNull()).isTrue();
    assertThat(changed.get("city").textValue()).isEqualTo("Bonn");
    assertThat(json(owner.get(ME))).isEqualTo(changed);
  }

  @Test
  void lets_nobody_assign_money_role_or_marks() {
    JsonNode before = json(owner.get(ME));
    JsonNode after =
        json(
            patch(
                "{\"role\":\"admin\",\"balance\":\"9.00\",\"email_confirmed\":true,\"totp\":true,"
                    + "\"affiliate_code\":\"mine\",\"referred_by\":null,\"id\":\"x\"}"));
    assertThat(after).isEqualTo(before);
  }

  @Test
  void a_new_password_takes_the_old_one_and_ends_all_sessions() {
    problem(patch("{\"password\":\"%s\"}".formatted(NEW_PASSWORD)), 400);
    String change = "{\"password\":\"%s\",\"current_password\":\"%s\"}";
    problem(patch(change.formatted(NEW_PASSWORD, "wrong")), 403);
    problem(patch(change.formatted("Password1234", PASSWORD)), 400);
    assertThat(patch(change.formatted(NEW_PASSWORD, PASSWORD)).statusCode()).isEqualTo(200);

    problem(owner.get(ME), 401);
    problem(token("owner@shop.example", PASSWORD), 401);
    assertThat(token("owner@shop.example", NEW_PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void a_new_email_takes_the_password_and_a_confirmation() {
    house.client().signUp("taken@shop.example");
    String change = "{\"email\":\"%s\",\"current_password\":\"%s\"}";
    problem(patch(change.formatted("new@shop.example", "wrong")), 403);
    problem(patch(change.formatted("taken@shop.example", PASSWORD)), 409);
    JsonNode changed = json(patch(change.formatted("New@shop.example", PASSWORD)));
    assertThat(changed.get("email").textValue()).isEqualTo("new@shop.example");
    assertThat(changed.get("email_confirmed").booleanValue()).isFalse();
    assertThat(house.ports.mailer.mails())
        .anyMatch(mail ->
            mail.to().value().equals("owner@shop.example")
                && mail.text().contains("the e-mail of your account was changed"));

    String token = house.ports.mailer.token(Email.parse("new@shop.example"));
    JsonNode confirmed =
        json(house.client().post("/api/auth/verify-email", "{\"token\":\"%s\"}".formatted(token)));
    assertThat(confirmed.get("email_confirmed").booleanValue()).isTrue();
    assertThat(token("new@shop.example", PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void a_closed_account_stops_everything_and_frees_its_email() {
    JsonNode project = json(owner.post("/api/projects", "{\"name\":\"First\",\"settings\":{}}"));
    String key = json(owner.post(ME + "/api-key", "")).get("api_key").textValue();
    problem(close("wrong"), 403);
    assertThat(close(PASSWORD).statusCode()).isEqualTo(204);

    problem(owner.get(ME), 401);
    problem(house.client().send("GET", ME, "", Map.of("X-API-Key", key)), 401);
    problem(token("owner@shop.example", PASSWORD), 401);
    TestClient again = house.client().signUp("owner@shop.example");
    problem(again.get("/api/projects/" + project.get("id").textValue()), 404);
  }
}
