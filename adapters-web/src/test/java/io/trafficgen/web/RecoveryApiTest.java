package io.trafficgen.web;

import static io.trafficgen.web.TestClient.PASSWORD;
import static io.trafficgen.web.TestClient.json;
import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.Mail;
import io.trafficgen.domain.account.Email;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done with secrets that came by mail. */
class RecoveryApiTest {
  private static final Email OWNER = Email.parse("owner@shop.example");
  private static final String NEW_PASSWORD = "another horse entirely";

  private TestHouse house;
  private TestClient owner;

  @BeforeEach
  void open() {
    house = TestHouse.open();
    owner = house.client().signUp(OWNER.value());
  }

  @AfterEach
  void close() {
    house.close();
  }

  private HttpResponse<String> verify(String token) {
    return house.client().post("/api/auth/verify-email", "{\"token\":\"" + token + "\"}");
  }

  private HttpResponse<String> forgot(String email) {
    return house.client().post("/api/auth/forgot-password", "{\"email\":\"" + email + "\"}");
  }

  private HttpResponse<String> reset(String token, String password) {
    return house
        .client()
        .post(
            "/api/auth/reset-password",
            "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(token, password));
  }

  @Test
  void the_mail_of_a_sign_up_confirms_its_address_once() {
    Mail mail = house.ports.mailer.mails().getLast();
    String token = house.ports.mailer.token(OWNER);
    assertThat(mail.text()).contains(TestHouse.BASE_URL + "/#verify-email=" + token);
    assertThat(json(verify(token)).get("email_confirmed").booleanValue()).isTrue();
    problem(verify(token), 400);
    problem(verify("nonsense"), 400);
  }

  @Test
  void a_token_is_good_for_a_day_and_can_be_sent_again() {
    String first = house.ports.mailer.token(OWNER);
    house.now.set(TestHouse.START.plus(Duration.ofHours(24)));
    problem(verify(first), 400);
    house.now.set(TestHouse.START);
    HttpResponse<String> again = owner.post("/api/auth/verify-email", "");
    assertThat(again.statusCode()).isEqualTo(202);
    String second = house.ports.mailer.token(OWNER);
    problem(verify(first), 400);
    assertThat(verify(second).statusCode()).isEqualTo(200);
    problem(house.client().post("/api/auth/verify-email", "{}"), 401);
  }

  @Test
  void nobody_has_mails_sent_without_end() {
    for (int i = 0; i < 5; i++) {
      assertThat(owner.post("/api/auth/verify-email", "{}").statusCode()).isEqualTo(202);
    }
    problem(owner.post("/api/auth/verify-email", "{}"), 429);
    int mails = house.ports.mailer.mails().size();
    for (int i = 0; i < 9; i++) {
      assertThat(forgot(OWNER.value()).statusCode()).isEqualTo(202);
    }
    assertThat(house.ports.mailer.mails()).hasSize(mails + 5);
  }

  @Test
  void who_forgot_the_password_is_mailed_and_nobody_learns_who_exists() {
    int mails = house.ports.mailer.mails().size();
    assertThat(forgot("nobody@shop.example").body()).isEqualTo(forgot(OWNER.value()).body());
    assertThat(house.ports.mailer.mails()).hasSize(mails + 1);
    assertThat(house.ports.mailer.mails().getLast().to()).isEqualTo(OWNER);
  }

  @Test
  void a_reset_sets_the_password_once_and_ends_sessions_and_key() {
    String key = json(owner.post("/api/users/me/api-key", "")).get("api_key").textValue();
    forgot(OWNER.value());
    String token = house.ports.mailer.token(OWNER);
    problem(verify(token), 400);
    problem(reset(token, "short"), 400);
    problem(reset(token, "Password1234"), 400);
    assertThat(reset(token, NEW_PASSWORD).statusCode()).isEqualTo(204);
    problem(reset(token, NEW_PASSWORD), 400);

    problem(owner.get("/api/users/me"), 401);
    problem(house.client().send("GET", "/api/users/me", "", Map.of("X-API-Key", key)), 401);
    String credentials = "{\"username\":\"" + OWNER + "\",\"password\":\"%s\"}";
    problem(house.client().post("/api/auth/token", credentials.formatted(PASSWORD)), 401);
    assertThat(
            house
                .client()
                .post("/api/auth/token", credentials.formatted(NEW_PASSWORD))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_reset_token_is_good_for_an_hour() {
    forgot(OWNER.value());
    String token = house.ports.mailer.token(OWNER);
    house.now.set(TestHouse.START.plus(Duration.ofHours(1)));
    problem(reset(token, NEW_PASSWORD), 400);
  }
}
