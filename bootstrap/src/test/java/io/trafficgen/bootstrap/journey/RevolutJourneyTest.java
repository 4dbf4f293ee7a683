package io.trafficgen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trafficgen.bootstrap.demo.DemoAccount;
import io.trafficgen.bootstrap.demo.StubEvent;
import io.trafficgen.bootstrap.demo.StubRevolut;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an intent to the provider's page, and by its webhook to the balance. */
class RevolutJourneyTest {
  private static final String SECRET = "wsk_of_a_test";

  @TempDir Path data;

  @Test
  void who_pays_on_the_providers_page_has_the_visits() throws Exception {
    List<StubEvent> told = new CopyOnWriteArrayList<>();
    try (StubRevolut revolut = StubRevolut.start(0, "sk_1", told::add);
        ServerProcess server = ServerProcess.start(data, environment(revolut.address()))) {
      ApiUser payer = ApiUser.registered(server.address(), "payer@example.com", "");
      JsonNode intent = payer.post("/api/billing/topups", "{\"amount\":\"129.00\"}", 201);
      String path = "/api/billing/topups/" + intent.get("id").asText();
      String page = intent.get("pay_url").asText();
      assertThat(page).startsWith(revolut.address() + "/");
      assertThat(payer.get(path).get("pay_url").asText()).isEqualTo(page);

      press(page);
      for (int copy = 0; copy < 3; copy++) {
        DemoAccount.deliver(server.address(), told.getFirst(), SECRET);
      }

      payer.await(path, topUp -> topUp.get("status").asText().equals("completed"));
      JsonNode balance = payer.get("/api/billing/balance");
      assertThat(balance.get("balance").asText()).isEqualTo("129.00");
      assertThat(balance.get("lots")).hasSize(1);

      revolut.goAway();
      JsonNode later = payer.post("/api/billing/topups", "{\"amount\":\"129.00\"}", 201);
      assertThat(later.get("pay_url").isNull()).isTrue();
    }
  }

  private static Map<String, String> environment(URI revolut) {
    return Map.of(
        "TRAFFICGEN_ALLOWED_HOSTS",
        revolut.getAuthority(),
        "TRAFFICGEN_REVOLUT_API_URL",
        revolut.toString(),
        "TRAFFICGEN_REVOLUT_API_KEY",
        "sk_1",
        "TRAFFICGEN_WEBHOOK_REVOLUT_SECRET",
        SECRET);
  }

  private static void press(String page) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(page)).POST(BodyPublishers.noBody()).build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body())
        .contains("129.00 EUR")
        .contains("Paid.");
  }
}
