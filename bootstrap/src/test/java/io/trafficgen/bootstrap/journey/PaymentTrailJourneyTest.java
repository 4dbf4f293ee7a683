package io.trafficgen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An admin follows one payment through the API alone (product page, 1.6; billing page, 3.3). */
class PaymentTrailJourneyTest {
  private static final String NOBODYS =
      "{\"type\":\"payment.completed\",\"data\":{\"payment_id\":\"%s\",\"amount\":\"500.00\","
          + "\"currency\":\"EUR\"}}";

  private static final String REFUNDED =
      "{\"type\":\"payment.refunded\",\"data\":{\"payment_id\":\"nobodys\",\"refund_id\":\"r1\","
          + "\"amount\":\"100.00\",\"currency\":\"EUR\"}}";
  private static final String PAYMENTS = "/api/admin/payments/";

  @TempDir Path data;

  @Test
  void money_of_nobody_known_is_followed_from_its_event_to_lot_commission_and_refund()
      throws Exception {
    try (ServerProcess server = ServerProcess.start(data, Map.of())) {
      ApiUser affiliate = ApiUser.registered(server.address(), "affiliate@example.com", "");
      String code = affiliate.get("/api/users/me").get("affiliate_code").asText();
      ApiUser payer = ApiUser.registered(server.address(), "payer@example.com", code);
      String user = payer.get("/api/users/me").get("id").asText();
      ApiUser admin = ApiUser.registered(server.address(), "admin@example.com", "");
      admin.post("/api/users/me/claim-admin", "{\"secret\":\"" + server.adminSecret() + "\"}", 200);

      String payment = parkedAndReplayed(admin);
      JsonNode credited = admin.post(payment + "/assign", "{\"user_id\":\"" + user + "\"}", 200);
      assertThat(event(admin, credited).get("state").asText()).isEqualTo("processed");
      assertThat(payer.get("/api/billing/balance").at("/lots/0/id"))
          .isEqualTo(credited.get("lot_id"));
      assertThat(payer.get("/api/billing/transactions").at("/items/0/id"))
          .isEqualTo(credited.get("transaction_id"));
      assertThat(affiliate.get("/api/affiliate/earnings").at("/items/0/id"))
          .isEqualTo(credited.at("/earnings/0/id"));

      String refund = "{\"amount\":\"100.00\",\"reason\":\"wrong plan\"}";
      JsonNode refunded = admin.post(payment + "/refund", refund, 200);
      assertThat(refunded).isEqualTo(admin.get(payment));
      admin.post(payment + "/refund", "{\"amount\":\"400.01\",\"reason\":\"all\"}", 422);
      String bonus = "{\"amount\":\"25.00\",\"reason\":\"sorry\"}";
      admin.post("/api/admin/users/" + user + "/credit", bonus, 200);
      everyCentIsWhereItShouldBe(refunded, payer, user);

      // The provider tells of what was announced: nothing is booked again.
      payer.deliver("m2", REFUNDED, 200);
      JsonNode told =
          admin.await(payment, one -> one.at("/reversals/0/reversal_id").asText().equals("r1"));
      everyCentIsWhereItShouldBe(told, payer, user);
      payer.deliver("m3", NOBODYS.formatted("stray"), 200);
      String stray = PAYMENTS + awaitParked(admin).get("id").asText();
      assertThat(admin.post(stray + "/return", "", 200).get("status").asText())
          .isEqualTo("returned");
      JsonNode found = admin.get("/api/admin/reconcile");
      assertThat(found.get("ok").asBoolean()).as(found.toString()).isTrue();
      assertThat(admin.get("/api/admin/audit-log").findValuesAsText("action"))
          .containsExactly(
              "payment_returned",
              "bonus_granted",
              "payment_refunded",
              "payment_assigned",
              "event_replayed",
              "admin_claimed");
    }
  }

  /** The path of the payment. */
  private static String parkedAndReplayed(ApiUser admin) {
    admin.deliver("m1", NOBODYS.formatted("nobodys"), 200);
    JsonNode parked = awaitParked(admin);
    assertThat(parked.get("amount").asText()).isEqualTo("500.00");
    JsonNode event = event(admin, parked);
    assertThat(event.get("state").asText()).isEqualTo("parked");
    assertThat(event.get("reason")).isEqualTo(parked.get("reason"));
    assertThat(event.get("body").asText()).isEqualTo(NOBODYS.formatted("nobodys"));

    String path = "/api/admin/events/" + event.get("id").asText();
    admin.post(path + "/replay", "", 200);
    admin.await(path, replayed -> replayed.get("state").asText().equals("parked"));
    assertThat(admin.get("/api/admin/payments").get("items")).hasSize(1);
    return PAYMENTS + parked.get("id").asText();
  }

  private static JsonNode awaitParked(ApiUser admin) {
    return admin
        .await("/api/admin/payments?status=parked", page -> page.get("items").size() == 1)
        .at("/items/0");
  }

  private static JsonNode event(ApiUser admin, JsonNode payment) {
    return admin.get("/api/admin/events/" + payment.get("event_id").asText());
  }

  private static void everyCentIsWhereItShouldBe(JsonNode payment, ApiUser payer, String user) {
    assertThat(payment.get("reversed").asText()).isEqualTo("100.00");
    assertThat(payment.get("reversals")).hasSize(1);
    assertThat(payment.get("earnings").findValuesAsText("amount"))
        .containsExactlyInAnyOrder("100.00", "-20.00");
    assertThat(payment.at("/lot/granted").asText()).isEqualTo("500.00");
    assertThat(payment.at("/lot/remaining").asText()).isEqualTo("400.00");
    assertThat(sum(payment.get("journals").findValuesAsText("amount"))).isZero();
    assertThat(booked(payment, "provider:standard:clearing")).isEqualByComparingTo("-400");
    assertThat(booked(payment, "liability:unmatched")).isZero();
    assertThat(booked(payment, "user:" + user + ":wallet")).isEqualByComparingTo("400");
    assertThat(booked(payment, "expense:affiliate")).isEqualByComparingTo("-80");
    assertThat(payer.get("/api/billing/balance").get("balance").asText()).isEqualTo("425.00");
    assertThat(payer.get("/api/users/me").get("balance").asText()).isEqualTo("425.00");
    assertThat(sum(payer.get("/api/billing/transactions").findValuesAsText("amount")))
        .isEqualByComparingTo("425");
  }

  private static BigDecimal booked(JsonNode payment, String account) {
    BigDecimal booked = BigDecimal.ZERO;
    for (JsonNode journal : payment.get("journals")) {
      for (JsonNode entry : journal.get("entries")) {
        if (entry.get("account").asText().equals(account)) {
          booked = booked.add(new BigDecimal(entry.get("amount").asText()));
        }
      }
    }
    return booked;
  }

  private static BigDecimal sum(Collection<String> amounts) {
    return amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
