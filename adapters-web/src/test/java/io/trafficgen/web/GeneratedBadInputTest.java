package io.trafficgen.web;

import static io.trafficgen.web.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trafficgen.domain.affiliate.EarningTotal;
import io.trafficgen.domain.billing.PaymentFile;
import io.trafficgen.domain.money.Money;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation of the contract against everything that can be wrong with a request: a new route
 * is covered by being written down.
 */
class GeneratedBadInputTest {
  /** A path that takes an identity begins with one of these. */
  private static final Map<String, String> THINGS = new LinkedHashMap<>();

  private static TestHouse house;
  private static TestClient admin;
  private static TestClient stranger;

  @BeforeAll
  static void open() {
    house = TestHouse.open();
    admin = house.client().signUp("admin@shop.example");
    admin.post("/api/users/me/claim-admin", "{\"secret\":\"" + house.adminSecret + "\"}");
    stranger = house.client().signUp("stranger@shop.example");
    THINGS.put("/api/sites/", id(admin.post("/api/sites", "{\"host\":\"shop.example\"}")));
    THINGS.put(
        "/api/projects/", id(admin.post("/api/projects", "{\"name\":\"First\",\"settings\":{}}")));
    THINGS.put(
        "/api/billing/topups/", id(admin.post("/api/billing/topups", "{\"amount\":\"10\"}")));
    THINGS.put("/api/admin/users/", id(stranger.get("/api/users/me")));
    house.ports.payouts.approve(new EarningTotal(1, Money.parse("50")));
    String payout = id(admin.post("/api/affiliate/payouts", ""));
    THINGS.put("/api/affiliate/payouts/", payout);
    THINGS.put("/api/admin/payouts/", payout);
    THINGS.put("/api/admin/earnings/", "00000000-0000-0001-0000-000000000001");
    PaymentFile parked = TestPayments.parked("pay_1", Optional.of("10.00"));
    house.ports.payments.add(parked);
    THINGS.put("/api/admin/payments/", parked.payment().id().toString());
    house.ports.inbox.receive(TestPayments.EVENT);
    THINGS.put("/api/admin/events/", TestPayments.EVENT.id().toString());
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @TestFactory
  Stream<DynamicTest> every_bad_request_is_refused_with_a_problem_that_says_why() {
    return OpenApi.operations().stream()
        .flatMap(operation -> BadRequests.of(operation, GeneratedBadInputTest::filled).stream())
        .map(request -> DynamicTest.dynamicTest(request.toString(), () -> refused(request)));
  }

  private static void refused(BadRequest request) {
    HttpResponse<String> response =
        caller(request).send(request.method(), request.path(), request.body(), request.headers());

    JsonNode problem = TestClient.problem(response, request.status());
    if (request.status() == 405) {
      assertThat(response.headers().firstValue("Allow")).isPresent();
    }
    List<String> pointers = new ArrayList<>();
    problem.get("errors").forEach(error -> pointers.add(error.get("pointer").textValue()));
    assertThat(request.pointer().isEmpty() ? List.of("") : pointers)
        .as(response.body())
        .anyMatch(pointer -> pointer.startsWith(request.pointer()));
  }

  private static TestClient caller(BadRequest request) {
    return switch (request.caller()) {
      case ENTITLED -> admin;
      case STRANGER -> stranger;
      case NOBODY -> house.client();
      case IMPOSTOR -> house.client().withToken("eyJhbGciOiJub25lIn0.e30.");
    };
  }

  private static String filled(String template) {
    String path =
        template
            .replace("{provider}", "standard")
            .replace("{code}", "7k3q9mzt")
            .replace("{host}", "shop.example");
    if (!path.contains("{")) {
      return path;
    }
    Set<String> known = THINGS.keySet();
    assertThat(known).as("no thing is known for " + path).anyMatch(path::startsWith);
    return THINGS.entrySet().stream()
        .filter(thing -> path.startsWith(thing.getKey()))
        .map(thing -> path.replace("{id}", thing.getValue()))
        .findFirst()
        .orElseThrow();
  }

  private static String id(HttpResponse<String> response) {
    return json(response).get("id").textValue();
  }
}
