package io.trafficgen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that dies without warning leaves, and what the next one makes of it. */
class CrashJourneyTest {
  private static final int TARGET = 30;

  @TempDir Path data;

  @Test
  void a_kill_in_the_middle_loses_no_money_and_passes_no_limit() throws Exception {
    try (LoggingSite site = new LoggingSite()) {
      Map<String, String> settings = Map.of("TRAFFICGEN_ALLOWED_HOSTS", site.host());
      String project;
      String paid;
      long billedBefore;
      try (ServerProcess first = ServerProcess.start(data, settings)) {
        ApiUser owner = ApiUser.registered(first.address(), "owner@example.com", "");
        owner.verify(site);
        owner.buy("10.00");
        project = owner.post("/api/projects", project(site), 201).get("id").asText();
        JsonNode stats =
            owner.await(
                "/api/projects/" + project + "/stats",
                answer -> answer.at("/totals/billed").asLong() >= 5);
        billedBefore = stats.at("/totals/billed").asLong();
        paid = owner.post("/api/billing/topups", "{\"amount\":\"20.00\"}", 201).get("id").asText();
        owner.pay("msg_last", "pay_last", "20.00", paid, 200);
        first.kill();
      }
      try (ServerProcess second = ServerProcess.start(data, settings)) {
        ApiUser owner = new ApiUser(second.address());
        owner.signIn("owner@example.com");
        // An event whose booking died with the process is due again after twenty seconds.
        owner.await(
            "/api/billing/topups/" + paid, t -> t.get("status").asText().equals("completed"));
        owner.await("/api/projects/" + project, p -> p.get("status").asText().equals("completed"));
        JsonNode totals = owner.get("/api/projects/" + project + "/stats").get("totals");
        assertThat(totals.get("billed").asLong()).isBetween(billedBefore, (long) TARGET);
        assertThat(totals.get("billed").asLong()).isEqualTo(totals.get("completed").asLong());
        assertThat(site.visits()).hasSizeBetween(TARGET - 10, TARGET);
        BigDecimal spent =
            new BigDecimal("0.00058").multiply(BigDecimal.valueOf(totals.get("billed").asLong()));
        assertThat(new BigDecimal(owner.get("/api/billing/balance").get("balance").asText()))
            .isEqualTo(new BigDecimal("30.00").subtract(spent).setScale(2, RoundingMode.FLOOR));
        assertThat(owner.get("/api/billing/balance").get("held").asText()).isEqualTo("0.00");
      }
    }
  }

  private static String project(LoggingSite site) {
    return """
    {"name":"Thirty","total_target":%d,"start":true,"settings":{"entryUrls":"%s",
     "timeOnPage":"1 second","qa":{"rampMinutes":0,"maxConcurrent":5}}}\
    """
        .formatted(TARGET, site.url("/"));
  }
}
