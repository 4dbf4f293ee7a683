package io.trafficgen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.bootstrap.journey.WebsiteOfCases.Line;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a site sees of the settings that say what a visit does: a part of the site for each. */
class EverySettingJourneyTest {
  @TempDir Path data;

  @Test
  void each_setting_shows_in_the_log_of_the_site() throws Exception {
    try (WebsiteOfCases site = new WebsiteOfCases();
        ServerProcess server =
            ServerProcess.start(data, Map.of("TRAFFICGEN_ALLOWED_HOSTS", site.host()))) {
      site.put("/robots.txt", "User-agent: TrafficGenBot\nDisallow: /found/secret\n");
      site.put(
          "/map.xml",
          "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>"
              + site.url("/found/page")
              + "</loc></url><url><loc>"
              + site.url("/found/secret")
              + "</loc></url></urlset>");
      ApiUser owner = ApiUser.registered(server.address(), "owner@example.com", "");
      owner.verify(site.host(), proof -> site.put(ApiUser.PROOF_FILE, proof));
      owner.buy("10.00");
      CaseProjects cases = new CaseProjects(owner);
      List<String> projects =
          List.of(
              cases.start(
                  site,
                  "/path",
                  3,
                  """
                  ,"innerUrls":"%1$s/in\\n%1$s/then","innerUrlCount":2,"exitUrls":"%1$s/out",
                   "utmSource":"{{device_type}}","language":"German","deviceSpecific":"Mobile, iPhone",
                   "bounceRate":0,"referralUrls":"%1$s/blog"\
                  """
                      .formatted(site.url("/path")),
                  ""),
              cases.start(
                  site,
                  "/bounce",
                  3,
                  ",\"exitUrls\":\"%s\",\"bounceRate\":100".formatted(site.url("/bounce/out")),
                  ""),
              cases.start(
                  site,
                  "/tablet",
                  2,
                  ",\"deviceSplit\":0,\"tabletSplit\":100,\"browser\":\"Firefox\"",
                  ""),
              cases.start(site, "/edge", 2, ",\"deviceSplit\":100,\"browser\":\"Edge\"", ""),
              cases.start(
                  site,
                  "/wide",
                  "\"total_target\":9",
                  ",\"trafficSpeed\":50,\"innerUrls\":\"%s\",\"innerUrlCount\":1"
                      .formatted(site.url("/wide/in")),
                  "\"maxConcurrent\":6,\"dwellJitterPercent\":0"),
              cases.start(site, "/again", 3, ",\"returnRate\":100", ""),
              cases.start(site, "/click", 2, ",\"clickInternal\":1", ""),
              cases.start(
                  site,
                  "/crawl",
                  2,
                  ",\"sitemap\":\"%s\",\"innerUrlCount\":2,\"scheduleStart\":\"%s\""
                      .formatted(site.url("/map.xml"), Instant.now().plusSeconds(8)),
                  ""));
      for (String project : projects) {
        owner.await(
            "/api/projects/" + project,
            answer -> answer.get("status").asText().equals("completed"));
      }

      new Receipts(owner, projects).agreeWith(site.lines(line -> !line.visit().isEmpty()));
      Map<String, List<Line>> visits =
          site.log("/path").stream().collect(Collectors.groupingBy(Line::visit));
      assertThat(visits).hasSize(3);
      visits.values().forEach(lines -> wholePath(site, server, lines));
      assertThat(site.log("/bounce")).hasSize(3).allMatch(line -> line.path().equals("/bounce"));
      agents(site, "/tablet", "(iPad|Tablet).*(FxiOS|Firefox)/");
      agents(site, "/edge", " Edg/");
      threeAtATime(site.log("/wide"));
      assertThat(site.log("/again"))
          .extracting(line -> line.header("Cookie").isPresent())
          .containsExactly(false, true, true);
      assertThat(site.log("/click"))
          .extracting(Line::path)
          .containsExactlyInAnyOrder("/click", "/click", "/click/linked", "/click/linked");
      assertThat(site.log("/found/page")).isNotEmpty();
      assertThat(site.log("/found/secret")).isEmpty();
      assertThat(site.lines(line -> line.path().matches("/(robots.txt|map.xml)")))
          .isNotEmpty()
          .allSatisfy(line -> {
            assertThat(line.header("X-TrafficGen-Visit")).isEmpty();
            assertThat(line.header("User-Agent").orElseThrow()).startsWith("TrafficGenBot/");
          });
    }
  }

  private static void agents(WebsiteOfCases site, String part, String wanted) {
    assertThat(site.log(part))
        .hasSize(2)
        .allSatisfy(
            line -> assertThat(line.header("User-Agent").orElseThrow()).containsPattern(wanted));
  }

  /** Half of six: each stays a second on its first page. */
  private static void threeAtATime(List<Line> log) {
    Collection<List<Line>> visits =
        log.stream().collect(Collectors.groupingBy(Line::visit)).values();
    assertThat(visits).hasSize(9);
    LongSummaryStatistics together = new LongSummaryStatistics();
    for (List<Line> visit : visits) {
      Instant start = visit.getFirst().at();
      assertThat(visit.getLast().at()).isAfterOrEqualTo(start.plusSeconds(1));
      together.accept(
          visits.stream()
              .filter(other -> !other.getFirst().at().isAfter(start))
              .filter(other -> other.getLast().at().isAfter(start))
              .count());
    }
    assertThat(together.getMax()).isEqualTo(3);
  }

  private static void wholePath(WebsiteOfCases site, ServerProcess server, List<Line> lines) {
    String tag = "?utm_source=mobile";
    assertThat(lines)
        .extracting(Line::path)
        .containsExactly("/path" + tag, "/path/in" + tag, "/path/then" + tag, "/path/out" + tag);
    assertThat(lines)
        .extracting(line -> line.header("Referer"))
        .containsExactly(
            Optional.of(site.url("/path/blog")),
            Optional.of(site.url("/path" + tag)),
            Optional.of(site.url("/path/in" + tag)),
            Optional.of(site.url("/path/then" + tag)));
    assertThat(lines)
        .allSatisfy(line -> {
          assertThat(line.header("Accept-Language")).contains("de");
          assertThat(line.header("User-Agent").orElseThrow())
              .contains("iPhone")
              .endsWith("(+" + server.address() + "/bot)");
        });
  }
}
