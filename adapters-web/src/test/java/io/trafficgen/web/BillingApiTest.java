package io.trafficgen.web;

import static io.trafficgen.web.TestClient.json;
import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trafficgen.domain.billing.Transaction;
import io.trafficgen.domain.billing.TransactionType;
import io.trafficgen.domain.money.Money;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wire shapes of money (product page, 1.7). */
class BillingApiTest {
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

  @Test
  void quotes_500_euros_as_the_plan_writes_it() {
    assertThat(house.client().get("/api/billing/quote?amount=500").body())
        .isEqualTo(
            "{\"estimated_visits\":1250000,\"rate\":0.40,\"amount\":\"500.00\",\"currency\":\"EUR\","
                + "\"price_version\":1,\"days_at_host_cap\":15,\"next_tier\":{\"amount\":\"999.00\","
                + "\"rate\":0.33,\"visits\":3027272,\"add\":\"499.00\"}}");
    assertThat(
            json(house.client().get("/api/billing/quote?visits=1000000")).get("amount").textValue())
        .isEqualTo("400.00");
    assertThat(json(house.client().get("/api/billing/quote?amount=5")).get("minimum").textValue())
        .isEqualTo("10.00");
  }

  @Test
  void announces_a_payment_and_shows_it_to_its_owner_alone() {
    HttpResponse<String> response =
        owner.post("/api/billing/topups", "{\"amount\":\"500.00\",\"provider\":null}");
    assertThat(response.statusCode()).isEqualTo(201);
    JsonNode topUp = json(response);
    assertThat(topUp.get("reference").textValue()).matches("TG-[0-9A-Z]{6}");
    assertThat(topUp.get("pay_url").isNull()).isTrue();
    assertThat(topUp.get("status").textValue()).isEqualTo("pending");
    String path = "/api/billing/topups/" + topUp.get("id").textValue();
    assertThat(json(owner.get(path))).isEqualTo(topUp);
    problem(house.client().signUp("other@shop.example").get(path), 404);
  }

  @Test
  void pages_through_the_statement_newest_first() {
    for (int i = 1; i <= 5; i++) {
      house.ports.ledger.add(
          new Transaction(
              new UUID(0, i),
              TransactionType.CREDIT,
              Money.ofCents(i),
              "row " + i,
              TestHouse.START.plusMillis(i / 2)));
    }
    List<String> seen = new ArrayList<>();
    String query = "?limit=2";
    while (!query.isEmpty()) {
      JsonNode page = json(owner.get("/api/billing/transactions" + query));
      page.get("items").forEach(row -> seen.add(row.get("description").textValue()));
      JsonNode next = page.get("next_cursor");
      query = next.isNull() ? "" : "?limit=2&cursor=" + next.textValue();
    }
    assertThat(seen).containsExactly("row 5", "row 4", "row 3", "row 2", "row 1");
  }

  @Test
  void shows_balance_and_affiliate() {
    assertThat(owner.get("/api/billing/balance").body())
        .isEqualTo(
            "{\"balance\":\"499.99\",\"currency\":\"EUR\",\"visits_affordable\":0,"
                + "\"held\":\"0.00\",\"debt\":\"0.00\",\"lots\":[]}");
    assertThat(owner.get("/api/affiliate/summary").body())
        .isEqualTo(
            "{\"code\":\"7k3q9mzt\",\"link\":\"http://localhost:8080/r/7k3q9mzt\",\"clicks\":17,"
                + "\"sign_ups\":1,\"pending\":\"100.00\",\"approved\":\"0.00\",\"paid\":\"0.00\","
                + "\"in_payout\":\"0.00\",\"auto_credit\":false}");
    assertThat(owner.get("/api/affiliate/earnings").body())
        .isEqualTo("{\"items\":[],\"next_cursor\":null}");
  }
}
