package io.trafficgen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a link to money in a bank account, and to a bonus (billing page, 3.4). */
class AffiliateJourneyTest {
  private static final String AFFILIATE = "affiliate@example.com";
  private static final String PAYER = "payer@example.org";
  private static final String ADMIN = "admin@example.net";
  private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Firefox/143.0";

  @TempDir Path data;

  /** A browser: keeps cookies and goes nowhere by itself. */
  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @Test
  void a_link_brings_a_payer_whose_commission_is_paid_out_and_then_credited() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      String url = postgres.getJdbcUrl("postgres", "postgres");
      Map<String, String> settings = Map.of("DATABASE_URL", url);
      try (ServerProcess server = ServerProcess.start(data, settings)) {
        earn(server);
        // The clock is the database's: the 30 days are made to be over.
        try (Connection connection = DriverManager.getConnection(url);
            Statement statement = connection.createStatement()) {
          assertThat(statement.executeUpdate("update affiliate_earnings set matures_at = now()"))
              .isEqualTo(2);
        }
        ApiUser admin = signedIn(server, ADMIN);
        payOut(signedIn(server, AFFILIATE), admin);
        refuse(admin);
        credit(signedIn(server, AFFILIATE), signedIn(server, PAYER));
      }
    }
  }

  private void earn(ServerProcess server) throws Exception {
    ApiUser admin = ApiUser.registered(server.address(), ADMIN, "");
    admin.post("/api/users/me/claim-admin", "{\"secret\":\"" + server.adminSecret() + "\"}", 200);
    ApiUser affiliate = ApiUser.registered(server.address(), AFFILIATE, "");
    String link = affiliate.get("/api/affiliate/summary").get("link").asText();

    HttpResponse<String> followed = send(HttpRequest.newBuilder(URI.create(link)));
    assertThat(followed.statusCode()).isEqualTo(302);
    assertThat(followed.headers().firstValue("Location")).hasValue(server.address() + "/#sign-up");
    JsonNode account =
        new ObjectMapper()
            .readTree(
                send(HttpRequest.newBuilder(server.address().resolve("/api/auth/register"))
                        .header("Content-Type", "application/json")
                        .POST(
                            BodyPublishers.ofString(
                                "{\"email\":\"%s\",\"password\":\"%s\"}"
                                    .formatted(PAYER, ApiUser.PASSWORD))))
                    .body());
    assertThat(account.get("referred_by").asText())
        .isEqualTo(affiliate.get("/api/users/me").get("id").asText());

    ApiUser payer = signedIn(server, PAYER);
    payer.buy("500.00");
    String user = payer.get("/api/users/me").get("id").asText();
    payer.deliver("m1", paidBy("+1@example.com", user), 200);
    payer.await(
        "/api/billing/balance", balance -> balance.get("balance").asText().equals("560.00"));
    JsonNode standing = affiliate.get("/api/affiliate/summary");
    assertThat(standing.get("clicks").asInt()).isEqualTo(1);
    assertThat(standing.get("sign_ups").asInt()).isEqualTo(1);
    assertThat(standing.get("pending").asText()).isEqualTo("112.00");
    assertThat(affiliate.get("/api/affiliate/clicks").get("items")).hasSize(1);
    affiliate.post("/api/affiliate/payouts", "{}", 422);
  }

  /** A payment of 60.00 for the payer's account, from another address of the affiliate's. */
  private static String paidBy(String tag, String user) {
    return """
    {"type":"payment.completed","data":{"payment_id":"own","amount":"60.00","currency":"EUR",\
    "email":"%s","metadata":{"user_id":"%s"}}}\
    """
        .formatted(AFFILIATE.replace("@example.com", tag), user);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return browser.send(request.header("User-Agent", BROWSER).build(), BodyHandlers.ofString());
  }

  private static ApiUser signedIn(ServerProcess server, String email) {
    ApiUser user = new ApiUser(server.address());
    user.signIn(email);
    return user;
  }

  private static void payOut(ApiUser affiliate, ApiUser admin) {
    affiliate.await(
        "/api/affiliate/summary", standing -> standing.get("approved").asText().equals("100.00"));
    JsonNode payout =
        affiliate.post("/api/affiliate/payouts", "{\"method\":\"IBAN DE02 1203\"}", 201);
    String path = "/api/admin/payouts/" + payout.get("id").asText();

    assertThat(admin.get("/api/admin/payouts?status=requested").at("/items/0/method").asText())
        .isEqualTo("IBAN DE02 1203");
    admin.post(path + "/approve", "", 200);
    admin.post(path + "/paid", "{\"reference\":\"T-1\"}", 200);

    assertThat(affiliate.get("/api/affiliate/payouts").at("/items/0/status").asText())
        .isEqualTo("paid");
    assertThat(affiliate.get("/api/affiliate/earnings").at("/items/1/status").asText())
        .isEqualTo("paid");
    assertThat(affiliate.get("/api/affiliate/summary").get("paid").asText()).isEqualTo("100.00");
    JsonNode paid = admin.get("/api/admin/earnings?status=paid").at("/items/0");
    assertThat(paid.get("payout_id")).isEqualTo(payout.get("id"));
    JsonNode payment = admin.get("/api/admin/payments/" + paid.get("payment_id").asText());
    assertThat(payment.at("/earnings/0/payout_id")).isEqualTo(payout.get("id"));
    JsonNode found = admin.get("/api/admin/reconcile");
    assertThat(found.get("ok").asBoolean()).as(found.toString()).isTrue();
    assertThat(admin.get("/api/admin/audit-log").get("items").findValuesAsText("action"))
        .startsWith("payout_paid", "payout_approved", "payout_requested");
  }

  private static void refuse(ApiUser admin) {
    JsonNode held = admin.get("/api/admin/earnings?status=held").get("items");
    assertThat(held).hasSize(1);
    assertThat(held.at("/0/hold_reason").asText()).contains("payer's e-mail");
    admin.post(
        "/api/admin/earnings/" + held.at("/0/id").asText() + "/void",
        "{\"reason\":\"paid by the affiliate\"}",
        200);
    assertThat(admin.get("/api/admin/earnings?status=voided").get("items")).hasSize(2);
  }

  private static void credit(ApiUser affiliate, ApiUser payer) {
    assertThat(
            affiliate
                .patch("/api/affiliate/settings", "{\"auto_credit\":true}")
                .get("auto_credit")
                .asBoolean())
        .isTrue();
    payer.buy("250.00");
    affiliate.await(
        "/api/billing/balance", balance -> balance.get("balance").asText().equals("50.00"));
    assertThat(affiliate.get("/api/billing/transactions").at("/items/0/type").asText())
        .isEqualTo("bonus");
    assertThat(affiliate.get("/api/affiliate/summary").get("paid").asText()).isEqualTo("150.00");
  }
}
