package io.trafficgen.web;

import static io.trafficgen.web.TestClient.json;
import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.CommissionRule;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.affiliate.EarningStatus;
import io.trafficgen.domain.affiliate.EarningTotal;
import io.trafficgen.domain.billing.Transaction;
import io.trafficgen.domain.billing.TransactionType;
import io.trafficgen.domain.money.Money;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Standing, earnings and payouts of affiliates, and what admins decide about them. */
class AffiliateApiTest {
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  private TestHouse house;
  private TestClient affiliate;
  private TestClient admin;

  @BeforeEach
  void open() {
    house = TestHouse.open();
    affiliate = house.client().signUp("affiliate@shop.example");
    admin = house.client().signUp("admin@shop.example");
    admin.post("/api/users/me/claim-admin", "{\"secret\":\"" + house.adminSecret + "\"}");
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static Earning earning(int number) {
    return Earning.pending(
        new UUID(1, number),
        new AccountId(new UUID(2, 1)),
        new AccountId(new UUID(2, 2)),
        new UUID(3, number),
        new UUID(4, number),
        Money.ofCents(10000),
        CommissionRule.standard(),
        TestHouse.START.plusSeconds(number));
  }

  private JsonNode move(String id, String step, String body) {
    HttpResponse<String> moved = admin.post("/api/admin/payouts/" + id + "/" + step, body);
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    return json(moved);
  }

  @Test
  void shows_the_plans_two_states_and_every_row() {
    int number = 0;
    for (EarningStatus status : EarningStatus.values()) {
      house.ports.affiliates.add(earning(number++).with(status));
    }
    house.ports.affiliates.add(
        earning(0)
            .reversal(new UUID(1, 99), new UUID(4, 99), Money.ofCents(2500), TestHouse.START));

    JsonNode items = json(affiliate.get("/api/affiliate/earnings")).get("items");

    assertThat(items).hasSize(7);
    assertThat(items.findValuesAsText("status"))
        .containsExactlyInAnyOrder(
            "paid", "pending", "pending", "pending", "pending", "pending", "pending");
    assertThat(items.findValuesAsText("amount")).contains("-25.00");
  }

  @Test
  void exports_earnings_and_statement_as_tables() {
    for (int i = 0; i < 1200; i++) {
      house.ports.affiliates.add(earning(i));
    }
    house.ports.ledger.add(
        new Transaction(
            new UUID(0, 1),
            TransactionType.REFUND,
            Money.ofCents(-1250),
            "=cmd()",
            TestHouse.START));

    HttpResponse<String> earnings = affiliate.get("/api/affiliate/earnings.csv");
    assertThat(earnings.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"trafficgen-earnings.csv\"");
    List<String> lines = earnings.body().lines().toList();
    assertThat(lines).hasSize(1201).doesNotHaveDuplicates();
    assertThat(lines.get(0)).isEqualTo("created_at,id,referee,transaction_id,amount,status");
    assertThat(lines.get(1))
        .isEqualTo(
            "2026-11-22T18:49:59.123Z,%s,%s,%s,100.00,pending"
                .formatted(new UUID(1, 1199), new UUID(2, 2), new UUID(4, 1199)));
    assertThat(affiliate.get("/api/billing/transactions.csv").body().lines())
        .containsExactly(
            "created_at,id,type,amount,description,status",
            "2026-11-22T18:30:00.123Z,00000000-0000-0000-0000-000000000001,refund,-12.50,"
                + "'=cmd(),completed");
  }

  @Test
  void changes_code_and_wish() {
    JsonNode before = json(affiliate.get("/api/affiliate/summary"));
    assertThat(before.get("auto_credit").booleanValue()).isFalse();

    JsonNode fresh = json(affiliate.post("/api/affiliate/code", ""));
    assertThat(fresh.get("code")).isNotEqualTo(before.get("code"));
    assertThat(fresh.get("link").textValue())
        .isEqualTo(TestHouse.BASE_URL + "/r/" + fresh.get("code").textValue());

    HttpResponse<String> settings =
        affiliate.send("PATCH", "/api/affiliate/settings", "{\"auto_credit\":true}", JSON);
    assertThat(json(settings).get("auto_credit").booleanValue()).isTrue();
  }

  @Test
  void a_payout_goes_its_way_to_the_bank() {
    String body = "{\"method\":\"IBAN DE02\"}";
    JsonNode refused = problem(affiliate.post("/api/affiliate/payouts", body), 422);
    assertThat(refused.get("detail").textValue()).contains("50.00 are missing");
    house.ports.payouts.approve(new EarningTotal(3, Money.ofCents(12345)));

    HttpResponse<String> requested = affiliate.post("/api/affiliate/payouts", body);
    assertThat(requested.statusCode()).isEqualTo(201);
    JsonNode payout = json(requested);
    String id = payout.get("id").textValue();
    assertThat(payout.get("amount").textValue()).isEqualTo("123.45");
    assertThat(payout.get("earnings").intValue()).isEqualTo(3);
    assertThat(payout.get("method").textValue()).isEqualTo("IBAN DE02");
    assertThat(json(affiliate.get("/api/affiliate/payouts")).get("items").get(0)).isEqualTo(payout);

    assertThat(json(admin.get("/api/admin/payouts?status=requested")).get("items")).hasSize(1);
    assertThat(move(id, "approve", "").get("status").textValue()).isEqualTo("approved");
    assertThat(move(id, "processing", "").get("status").textValue()).isEqualTo("processing");
    assertThat(move(id, "failed", "{\"reason\":\"closed\"}").get("reason").textValue())
        .isEqualTo("closed");
    assertThat(move(id, "approve", "").get("reason").isNull()).isTrue();
    JsonNode paid = move(id, "paid", "{\"reference\":\"T-1\"}");
    assertThat(paid.get("reference").textValue()).isEqualTo("T-1");
    assertThat(paid.get("reason").isNull()).isTrue();
    problem(admin.post("/api/admin/payouts/" + id + "/approve", ""), 409);
    problem(affiliate.post("/api/affiliate/payouts/" + id + "/cancel", ""), 409);
    assertThat(json(admin.get("/api/admin/payouts?status=requested")).get("items")).isEmpty();
    assertThat(house.ports.payouts.entries())
        .extracting(entry -> entry.action().wireName())
        .containsExactly(
            "payout_requested",
            "payout_approved",
            "payout_processing",
            "payout_failed",
            "payout_approved",
            "payout_paid");
  }

  @Test
  void a_payout_is_cancelled_by_its_affiliate_alone() {
    house.ports.payouts.approve(new EarningTotal(1, Money.ofCents(5000)));
    String id = json(affiliate.post("/api/affiliate/payouts", "")).get("id").textValue();
    String path = "/api/affiliate/payouts/" + id + "/cancel";

    problem(admin.post(path, ""), 404);
    assertThat(json(admin.get("/api/affiliate/payouts")).get("items")).isEmpty();
    assertThat(json(affiliate.post(path, "")).get("status").textValue()).isEqualTo("cancelled");
    problem(affiliate.post(path, ""), 409);
  }

  @Test
  void admins_release_and_refuse_what_is_held() {
    house.ports.earnings.add(earning(1).hold("one mailbox"));
    house.ports.earnings.add(earning(2).hold(Earning.DISPUTED));
    house.ports.earnings.add(earning(3));

    JsonNode held = json(admin.get("/api/admin/earnings?status=held")).get("items");
    assertThat(held.findValuesAsText("hold_reason"))
        .containsExactly(Earning.DISPUTED, "one mailbox");
    String path = "/api/admin/earnings/" + earning(1).id();
    assertThat(json(admin.post(path + "/release", "")).get("status").textValue())
        .isEqualTo("pending");
    problem(admin.post(path + "/release", ""), 409);
    problem(admin.post("/api/admin/earnings/" + earning(2).id() + "/release", ""), 409);
    assertThat(json(admin.post(path + "/void", "{\"reason\":\"own\"}")).get("status").textValue())
        .isEqualTo("voided");
    problem(admin.post(path + "/void", "{\"reason\":\"own\"}"), 409);
    assertThat(json(admin.get("/api/admin/earnings?payment=" + earning(1).payment())).get("items"))
        .hasSize(2);
    problem(affiliate.get("/api/admin/earnings"), 403);
  }
}
