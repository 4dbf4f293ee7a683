package io.trafficgen.web;

import static io.trafficgen.web.TestClient.json;
import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.PaymentFile;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payments as admins follow them, and what they do about them (billing page, 3.3). */
class AdminPaymentApiTest {
  private static final String PAYMENTS = "/api/admin/payments";

  private TestHouse house;
  private TestClient admin;
  private String owner;

  @BeforeEach
  void open() {
    house = TestHouse.open();
    admin = house.client().signUp("admin@shop.example");
    admin.post("/api/users/me/claim-admin", "{\"secret\":\"" + house.adminSecret + "\"}");
    owner = id(house.client().signUp("owner@shop.example"));
    house.now.set(TestHouse.START.plusSeconds(1));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static String id(TestClient client) {
    return json(client.get("/api/users/me")).get("id").textValue();
  }

  /** The path of a payment that is there from now on. */
  private String known(PaymentFile file) {
    house.ports.payments.add(file);
    return PAYMENTS + "/" + file.payment().id();
  }

  private String parked(String id, Optional<String> euros) {
    return known(TestPayments.parked(id, euros));
  }

  private String credited() {
    return known(
        TestPayments.credited(
            "pay_1",
            new AccountId(UUID.fromString(owner)),
            new AccountId(UUID.fromString(id(admin)))));
  }

  private String assigning(String more) {
    return "{\"user_id\":\"" + owner + "\"" + more + "}";
  }

  private JsonNode newestEntry() {
    return json(admin.get("/api/admin/audit-log")).get("items").get(0);
  }

  private static String pointer(JsonNode problem) {
    return problem.get("errors").get(0).get("pointer").textValue();
  }

  @Test
  void lists_payments_by_status_and_page() {
    parked("pay_2", Optional.of("10.00"));
    credited();

    JsonNode first = json(admin.get(PAYMENTS + "?limit=1"));
    assertThat(first.at("/items/0/payment_id").textValue()).isEqualTo("pay_1");
    String cursor = first.get("next_cursor").textValue();
    JsonNode second = json(admin.get(PAYMENTS + "?limit=1&cursor=" + cursor));
    assertThat(second.at("/items/0/payment_id").textValue()).isEqualTo("pay_2");
    assertThat(second.get("next_cursor").isNull()).isTrue();
    JsonNode parked = json(admin.get(PAYMENTS + "?status=parked")).get("items");
    assertThat(parked).hasSize(1);
    assertThat(parked.at("/0/amount").textValue()).isEqualTo("10.00");
    assertThat(parked.at("/0/user_id").isNull()).isTrue();
    assertThat(pointer(problem(admin.get(PAYMENTS + "?status=Parked"), 400))).isEqualTo("/status");
  }

  @Test
  void a_parked_payment_is_assigned_once() {
    String payment = parked("pay_1", Optional.of("500.00"));

    JsonNode credited = json(admin.post(payment + "/assign", assigning("")));

    assertThat(credited).isEqualTo(json(admin.get(payment)));
    assertThat(credited.get("status").textValue()).isEqualTo("credited");
    assertThat(credited.get("user_id").textValue()).isEqualTo(owner);
    assertThat(credited.at("/journals/0/entries/0/account").textValue())
        .isEqualTo("liability:unmatched");
    assertThat(credited.at("/journals/0/entries/0/amount").textValue()).isEqualTo("-500.00");
    assertThat(newestEntry().get("action").textValue()).isEqualTo("payment_assigned");
    assertThat(newestEntry().get("actor").textValue()).isEqualTo(id(admin));
    problem(admin.post(payment + "/assign", assigning("")), 409);
    problem(admin.post(payment + "/return", ""), 409);
  }

  @Test
  void what_is_not_in_euros_is_assigned_at_what_the_admin_says() {
    String dollars = parked("pay_1", Optional.empty());
    String euros = parked("pay_2", Optional.of("5.00"));

    JsonNode missing = problem(admin.post(dollars + "/assign", assigning("")), 422);
    assertThat(pointer(missing)).isEqualTo("/amount");
    assertThat(missing.toString()).contains("10.00 USD");
    String said = assigning(",\"amount\":\"9.20\"");
    assertThat(pointer(problem(admin.post(euros + "/assign", said), 422))).isEqualTo("/amount");
    for (String wrong : new String[] {"0", "-1", "1.001", "100000000"}) {
      JsonNode refused =
          problem(admin.post(dollars + "/assign", assigning(",\"amount\":\"" + wrong + "\"")), 400);
      assertThat(pointer(refused)).isEqualTo("/amount");
    }
    JsonNode credited = json(admin.post(dollars + "/assign", said));
    assertThat(credited.get("amount").textValue()).isEqualTo("9.20");
    assertThat(credited.get("stated").textValue()).isEqualTo("10.00 USD");
  }

  @Test
  void nothing_is_assigned_to_nobody() {
    String payment = parked("pay_1", Optional.of("5.00"));
    String nobody = "{\"user_id\":\"00000000-0000-4000-8000-000000000000\"}";
    assertThat(pointer(problem(admin.post(payment + "/assign", nobody), 422)))
        .isEqualTo("/user_id");
    JsonNode unread = problem(admin.post(payment + "/assign", "{\"user_id\":\"me\"}"), 400);
    assertThat(pointer(unread)).isEqualTo("/user_id");
  }

  @Test
  void a_parked_payment_goes_back_once() {
    String payment = parked("pay_1", Optional.of("5.00"));

    JsonNode returned = json(admin.post(payment + "/return", ""));

    assertThat(returned.get("status").textValue()).isEqualTo("returned");
    assertThat(returned.get("reversed").textValue()).isEqualTo("5.00");
    assertThat(returned.at("/reversals/0/reversal_id").isNull()).isTrue();
    assertThat(newestEntry().get("action").textValue()).isEqualTo("payment_returned");
    problem(admin.post(payment + "/return", ""), 409);
    problem(admin.post(payment + "/assign", assigning("")), 409);
  }

  @Test
  void a_refund_takes_what_is_left_and_its_commission() {
    String payment = credited();
    String refund = "{\"amount\":\"%s\",\"reason\":\"wrong plan\"}";

    JsonNode refunded = json(admin.post(payment + "/refund", refund.formatted("100.00")));

    assertThat(refunded.get("reversed").textValue()).isEqualTo("100.00");
    assertThat(refunded.at("/reversals/0/reason").textValue()).isEqualTo("wrong plan");
    assertThat(refunded.at("/disputes/0/id").textValue()).isEqualTo("dp_1");
    assertThat(newestEntry().get("action").textValue()).isEqualTo("payment_refunded");
    JsonNode tooMuch = problem(admin.post(payment + "/refund", refund.formatted("400.01")), 422);
    assertThat(pointer(tooMuch)).isEqualTo("/amount");
    assertThat(tooMuch.toString()).contains("400.00 EUR");
    problem(admin.post(payment + "/refund", refund.formatted("0.00")), 400);
    String parked = parked("pay_2", Optional.of("5.00"));
    problem(admin.post(parked + "/refund", refund.formatted("1.00")), 409);
  }
}
