package io.trafficgen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From sign-up to the charge, as the product page promises it. */
class MainPathJourneyTest {
  @TempDir Path data;

  @Test
  void an_owner_pays_runs_twenty_visits_and_finds_the_same_twenty_everywhere() throws Exception {
    try (LoggingSite site = new LoggingSite();
        ServerProcess server =
            ServerProcess.start(data, Map.of("TRAFFICGEN_ALLOWED_HOSTS", site.host()))) {
      ApiUser affiliate = ApiUser.registered(server.address(), "affiliate@example.com", "");
      String code = affiliate.get("/api/users/me").get("affiliate_code").asText();
      ApiUser owner = ApiUser.registered(server.address(), "owner@example.com", code);
      ApiUser admin = ApiUser.registered(server.address(), "admin@example.com", "");
      admin.post("/api/users/me/claim-admin", "{\"secret\":\"" + server.adminSecret() + "\"}", 200);

      owner.verify(site);
      assertThat(owner.get("/api/billing/quote?amount=500").get("estimated_visits").asLong())
          .isEqualTo(1_250_000);
      payThreeTimesOver(owner);
      assertThat(owner.get("/api/users/me").get("balance").asText()).isEqualTo("500.00");
      assertThat(texts(affiliate.get("/api/affiliate/earnings"), "amount"))
          .containsExactly("100.00");

      List<JsonNode> all = admin.watch("/api/admin/live-stream");
      String project = owner.post("/api/projects", project(site), 201).get("id").asText();
      List<JsonNode> own = owner.watch("/api/projects/" + project + "/live-stream");
      owner.post("/api/projects/" + project + "/start", "", 200);
      JsonNode done =
          owner.await(
              "/api/projects/" + project, p -> p.get("status").asText().equals("completed"));
      assertThat(done.get("status_reason").asText()).isEqualTo("target");

      Set<String> visits = site.visits();
      assertThat(visits).hasSize(20);
      assertThat(texts(owner.get("/api/projects/" + project + "/hits?limit=100"), "visit_id"))
          .containsExactlyInAnyOrderElementsOf(visits);
      assertThat(visitEvents(own)).containsExactlyInAnyOrderElementsOf(visits);
      assertThat(visitEvents(all)).containsExactlyInAnyOrderElementsOf(visits);
      assertThat(owner.get("/api/billing/balance").get("balance").asText()).isEqualTo("499.99");
      assertThat(
              texts(owner.get("/api/billing/transactions"), "amount").stream()
                  .map(BigDecimal::new)
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualTo("499.99");
      assertThat(owner.get("/api/projects/" + project + "/stats").at("/totals/billed").asLong())
          .isEqualTo(20);
      assertThat(site.log())
          .allSatisfy(
              line -> assertThat(line.userAgent()).endsWith("(+" + server.address() + "/bot)"));
      assertThat(server.terminate()).isZero();
    }
  }

  /** The same event again, and the same payment under another event. */
  private static void payThreeTimesOver(ApiUser owner) {
    JsonNode intent = owner.post("/api/billing/topups", "{\"amount\":\"500.00\"}", 201);
    String id = intent.get("id").asText();
    owner.pay("msg_1", "pay_1", "500.00", id, 200);
    owner.pay("msg_1", "pay_1", "500.00", id, 200);
    owner.pay("msg_2", "pay_1", "500.00", id, 200);
    owner.await(
        "/api/billing/topups/" + id, topUp -> topUp.get("status").asText().equals("completed"));
  }

  private static String project(LoggingSite site) {
    return """
    {"name":"Twenty","total_target":20,"settings":{"entryUrls":"%s",
     "timeOnPage":"1 second","qa":{"rampMinutes":0,"maxConcurrent":10}}}\
    """
        .formatted(site.url("/"));
  }

  private static List<String> texts(JsonNode page, String field) {
    return StreamSupport.stream(page.get("items").spliterator(), false)
        .map(item -> item.get(field).asText())
        .toList();
  }

  private static Set<String> visitEvents(List<JsonNode> events) {
    return events.stream()
        .filter(event -> event.get("type").asText().equals("visit"))
        .filter(event -> event.get("charged").asBoolean())
        .map(event -> event.get("visit_id").asText())
        .collect(Collectors.toSet());
  }
}
