package io.trafficgen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose money it is, and what becomes of money that nobody can place (billing page, 3.3). */
class PaymentJourneyTest {
  @TempDir Path data;

  @Test
  void payments_find_their_account_by_intent_reference_or_user_and_nothing_else_is_credited()
      throws Exception {
    try (ServerProcess server = ServerProcess.start(data, Map.of())) {
      ApiUser payer = ApiUser.registered(server.address(), "payer@example.com", "");
      String user = payer.get("/api/users/me").get("id").asText();
      JsonNode intent = payer.post("/api/billing/topups", "{\"amount\":\"129.00\"}", 201);

      payer.pay("m1", "by-intent", "129.00", intent.get("id").asText(), 200);
      payer.pay("m2", "by-reference", "10.00", intent.get("reference").asText(), 200);
      payer.deliver(
          "m3", completed("by-user", "\"0.01\"", "EUR", "\"user_id\":\"" + user + "\""), 200);

      payer.deliver("m4", completed("nobody", "\"5.00\"", "EUR", "\"user_id\":null"), 200);
      payer.deliver(
          "m5", completed("dollars", "\"5.00\"", "USD", "\"user_id\":\"" + user + "\""), 200);
      payer.deliver(
          "m6", completed("too-fine", "5.001", "EUR", "\"user_id\":\"" + user + "\""), 200);
      payer.deliver("m7", completed("negative", "-5", "EUR", "\"user_id\":\"" + user + "\""), 200);
      payer.deliver(
          "m8", "{\"type\":\"payment.refunded\",\"data\":{\"payment_id\":\"by-user\"}}", 200);
      payer.deliver("m9", "no JSON at all", 200);
      // An unconfirmed e-mail proves nothing.
      payer.deliver(
          "m10",
          "{\"type\":\"payment.completed\",\"data\":{\"payment_id\":\"by-mail\",\"amount\":\"5.00\","
              + "\"currency\":\"EUR\",\"email\":\"payer@example.com\"}}",
          200);
      // Booked after all of the above, but for a refund that met its payment under way and waits.
      payer.deliver("m11", completed("last", "1", "EUR", "\"user_id\":\"" + user + "\""), 200);

      payer.await(
          "/api/billing/transactions",
          page -> page.toString().contains("last") && page.toString().contains("\"refund\""));
      JsonNode balance = payer.get("/api/billing/balance");
      assertThat(balance.get("balance").asText()).isEqualTo("140.00");
      // A refund without an amount takes all: the cent is gone.
      assertThat(balance.get("lots")).hasSize(3);
      assertThat(balance.get("lots").get(0).get("price").asText()).isEqualTo("0.43");
      assertThat(balance.get("lots").get(1).get("price").asText()).isEqualTo("0.58");
    }
  }

  private static String completed(String id, String amount, String currency, String metadata) {
    return """
    {"type":"payment.completed","data":{"payment_id":"%s","amount":%s,"currency":"%s",\
    "metadata":{%s}}}\
    """
        .formatted(id, amount, currency, metadata);
  }
}
