package io.trafficgen.web;

import static io.trafficgen.web.TestClient.json;
import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trafficgen.application.port.BrokenInvariant;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.application.port.WebhookInbox.Conclusion;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deliveries as admins see them, what they give, and whether the ledger holds. */
class AdminEventApiTest {
  private static final String EVENTS = "/api/admin/events";
  private static final String EVENT = EVENTS + "/" + TestPayments.EVENT.id();

  private TestHouse house;
  private TestClient admin;

  @BeforeEach
  void open() {
    house = TestHouse.open();
    admin = house.client().signUp("admin@shop.example");
    admin.post("/api/users/me/claim-admin", "{\"secret\":\"" + house.adminSecret + "\"}");
    house.ports.inbox.receive(TestPayments.EVENT);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private List<String> actions() {
    return json(admin.get("/api/admin/audit-log")).findValuesAsText("action");
  }

  @Test
  void lists_events_by_state() {
    house.ports.inbox.receive(
        new WebhookEvent(
            new UUID(1, 2),
            "standard",
            "msg_2",
            new byte[] {'{', -1, '}'},
            TestHouse.START.plusMillis(1)));

    assertThat(json(admin.get(EVENTS)).findValuesAsText("dedupe_key"))
        .containsExactly("msg_2", "msg_1");
    house.ports.inbox.conclude(TestPayments.EVENT.id(), Conclusion.PARKED, "whose is it?");
    assertThat(json(admin.get(EVENTS + "?state=parked")).findValuesAsText("dedupe_key"))
        .containsExactly("msg_1");
    assertThat(problem(admin.get(EVENTS + "?state=lost"), 400).toString())
        .contains("received, processing, processed, ignored, parked, failed, dead");
    assertThat(json(admin.get(EVENTS + "/" + new UUID(1, 2))).get("body").textValue())
        .isEqualTo("{\ufffd}");
  }

  @Test
  void a_parked_event_is_replayed_once_and_wakes_the_worker() {
    problem(admin.post(EVENT + "/replay", ""), 409);
    house.ports.inbox.conclude(TestPayments.EVENT.id(), Conclusion.PARKED, "whose is it?");
    JsonNode parked = json(admin.get(EVENT));
    assertThat(parked.get("body").textValue())
        .isEqualTo("{\"type\":\"payment.completed\"} \u20ac \u0000");
    assertThat(parked.get("reason").textValue()).isEqualTo("whose is it?");
    assertThat(parked.get("next_attempt_at").isNull()).isTrue();
    assertThat(house.booked).hasValue(0);

    JsonNode replayed = json(admin.post(EVENT + "/replay", ""));

    assertThat(replayed.get("state").textValue()).isEqualTo("received");
    assertThat(replayed.get("next_attempt_at").textValue()).isEqualTo("2026-11-22T18:30:00.123Z");
    assertThat(house.booked).hasValue(1);
    problem(admin.post(EVENT + "/replay", ""), 409);
    assertThat(house.booked).hasValue(1);
    assertThat(actions()).containsOnlyOnce("event_replayed");
  }

  @Test
  void credit_is_a_row_of_the_statement_with_its_reason() {
    TestClient owner = house.client().signUp("owner@shop.example");
    String credit =
        "/api/admin/users/" + json(owner.get("/api/users/me")).get("id").textValue() + "/credit";
    String body = "{\"amount\":\"%s\",\"reason\":\"%s\"}";

    JsonNode account = json(admin.post(credit, body.formatted("25.00", "sorry")));

    assertThat(account).isEqualTo(json(owner.get("/api/users/me")));
    JsonNode row = json(owner.get("/api/billing/transactions")).get("items").get(0);
    assertThat(row.get("type").textValue()).isEqualTo("bonus");
    assertThat(row.get("amount").textValue()).isEqualTo("25.00");
    assertThat(row.get("description").textValue()).isEqualTo("sorry");
    assertThat(problem(admin.post(credit, body.formatted("1000000.01", "sorry")), 422).toString())
        .contains("/amount", "1000000.00");
    problem(admin.post(credit, body.formatted("0", "sorry")), 400);
    problem(admin.post(credit, body.formatted("1", " ")), 400);
    problem(admin.post(credit, body.formatted("1", "x".repeat(201))), 400);
    assertThat(json(admin.post(credit, body.formatted("1", "x".repeat(200)))).get("id"))
        .isNotNull();
    assertThat(actions()).filteredOn("bonus_granted"::equals).hasSize(2);
  }

  @Test
  void tells_which_promises_the_ledger_breaks() {
    assertThat(admin.get("/api/admin/reconcile").body())
        .isEqualTo("{\"ok\":true,\"checked_at\":\"2026-11-22T18:30:00.123Z\",\"broken\":[]}");
    house.ports.ledger.breakPromise(
        new BrokenInvariant("I2 every journal sums to zero", List.of("7", "9")));
    assertThat(admin.get("/api/admin/reconcile").body())
        .contains("\"ok\":false")
        .contains("{\"promise\":\"I2 every journal sums to zero\",\"where\":[\"7\",\"9\"]}");
  }
}
