package io.trafficgen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trafficgen.bootstrap.journey.WebsiteOfCases.Answer;
import io.trafficgen.bootstrap.journey.WebsiteOfCases.Line;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of projects whose site fails or asks for a pause, and who is told. */
class TroubledSiteJourneyTest {
  @TempDir Path data;

  @Test
  void a_failing_site_stops_its_projects_and_a_busy_one_holds_them_back() throws Exception {
    try (WebsiteOfCases site = new WebsiteOfCases();
        WebsiteOfCases busy = new WebsiteOfCases();
        ServerProcess server =
            ServerProcess.start(
                data, Map.of("TRAFFICGEN_ALLOWED_HOSTS", site.host() + "," + busy.host()))) {
      ApiUser owner = ApiUser.registered(server.address(), "owner@example.com", "");
      owner.verify(site.host(), proof -> site.put(ApiUser.PROOF_FILE, proof));
      owner.verify(busy.host(), proof -> busy.put(ApiUser.PROOF_FILE, proof));
      owner.buy("10.00");
      site.answers("/broken", new Answer(500, Map.of()));
      busy.answers("/busy", new Answer(503, Map.of("Retry-After", "6")));
      CaseProjects cases = new CaseProjects(owner);
      String broken =
          cases.start(
              site,
              "/broken",
              50,
              "",
              """
              ,"stopOn":{"windowVisits":10},"notify":{"url":"%s"}\
              """
                  .formatted(site.url("/hook")));
      String waiting = cases.start(busy, "/busy", 3, "", "");
      site.answers("/slow", new Answer(200, Map.of(), Duration.ofMillis(300)));
      String slow =
          cases.start(site, "/slow", 50, "", ",\"stopOn\":{\"windowVisits\":10,\"p95Millis\":250}");
      String missing =
          cases.start(site, "/plain", 1, "", ",\"success\":{\"mustContain\":\"Till\"}");
      String renewing = cases.start(site, "/renew", 2, ",\"autoRenew\":true", "");

      JsonNode held =
          owner.await(
              "/api/projects/" + waiting,
              answer -> answer.get("status_reason").asText().equals("retry_after"));
      assertThat(held.get("status").asText()).isEqualTo("active");
      assertThat(held.get("binding_cap").asText()).isEqualTo("retry_after");
      Instant until = Instant.parse(held.get("next_visit_at").asText());
      busy.recovers("/busy");
      int asked = busy.log("/busy").size();
      owner.await("/api/projects/" + waiting, answer -> is(answer, "completed", "target"));
      assertThat(Instant.now()).isAfter(until);
      assertThat(asked).isLessThanOrEqualTo(5);

      owner.await("/api/projects/" + broken, answer -> is(answer, "stopped", "unhealthy"));
      assertThat(site.log("/broken").size()).isBetween(3, 49);
      owner.await("/api/projects/" + slow, answer -> is(answer, "stopped", "unhealthy"));
      assertThat(site.log("/slow").size()).isBetween(10, 49);
      owner.await(
          "/api/projects/" + missing + "/visits",
          answer -> answer.at("/items/0/reason").asText().equals("content"));
      owner.await(
          "/api/projects/" + renewing + "/stats",
          answer -> answer.at("/totals/billed").asLong() > 2);
      assertThat(owner.get("/api/projects/" + renewing).get("status").asText()).isEqualTo("active");

      // Nothing that it gets is what it must contain, so it would go on.
      owner.post("/api/projects/" + missing + "/stop", "", 200);
      ended(owner, broken, site, "/broken");
      ended(owner, missing, site, "/plain");
      new Receipts(owner, List.of(broken, missing))
          .agreeWith(
              site.lines(line -> line.path().matches("/broken|/plain") && !line.visit().isEmpty()));

      CaseProjects.await(() -> site.log("/hook").size() >= 2);
      String secret =
          owner.get("/api/projects/" + broken + "/notify-secret").get("secret").asText();
      for (Line line : site.log("/hook")) {
        assertThat(line.header("webhook-signature")).contains(signature(secret, line));
        assertThat(line.body()).contains(broken);
      }
      assertThat(site.log("/hook"))
          .extracting(line -> line.body().replaceAll("^\\{\"type\":\"([a-z.]+)\".*", "$1"))
          .containsExactlyInAnyOrder("project.started", "project.unhealthy");
    }
  }

  /** What was under way when its project was stopped ends a little later: some beats of a node. */
  private static void ended(ApiUser owner, String project, WebsiteOfCases site, String part) {
    CaseProjects.await(() -> site.log(part).getLast().at().isBefore(Instant.now().minusSeconds(3)));
    owner.await(
        "/api/projects/" + project + "/visits?limit=100",
        answer -> answer.get("items").size() >= site.log(part).size());
  }

  private static boolean is(JsonNode project, String status, String reason) {
    return project.get("status").asText().equals(status)
        && project.get("status_reason").asText().equals(reason);
  }

  private static String signature(String secret, Line line) {
    return StandardSignature.of(
        secret,
        line.header("webhook-id").orElseThrow(),
        line.header("webhook-timestamp").orElseThrow(),
        line.body());
  }
}
