package io.trafficgen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trafficgen.bootstrap.journey.WebsiteOfCases.Line;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a site sees, over some minutes, of the settings that say when and how many visits come. */
@Tag("long")
class PacedSettingsJourneyTest {
  private static final Duration WATCHED = Duration.ofMinutes(4);

  @TempDir Path data;

  @Test
  void schedules_arrivals_and_limits_show_in_the_log_of_the_site() throws Exception {
    try (WebsiteOfCases site = new WebsiteOfCases();
        ServerProcess server =
            ServerProcess.start(data, Map.of("TRAFFICGEN_ALLOWED_HOSTS", site.host()))) {
      ApiUser owner = ApiUser.registered(server.address(), "owner@example.com", "");
      owner.verify(site.host(), proof -> site.put(ApiUser.PROOF_FILE, proof));
      owner.buy("10.00");
      CaseProjects cases = new CaseProjects(owner);
      Instant started = Instant.now();
      // Ten a minute, evenly and at random; both far from the host's cap.
      String even = cases.start(site, "/even", "\"daily_limit\":14400", "", "\"maxConcurrent\":5");
      cases.start(site, "/poisson", "\"daily_limit\":14400", "", "\"arrival\":\"poisson\"");
      cases.start(site, "/minute", "\"total_target\":100", "", "\"maxVisitsPerMinute\":3");
      Instant burst = started.plus(2, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES);
      cases.start(
          site,
          "/burst",
          "\"total_target\":0",
          ",\"scheduleMode\":\"burst\",\"scheduleTrafficAmount\":8,\"scheduleDuration\":1,\"scheduleTime\":\"%s\""
              .formatted(LocalTime.ofInstant(burst, ZoneOffset.UTC)),
          "\"maxConcurrent\":5");
      Instant end = started.plus(100, ChronoUnit.SECONDS);
      String over =
          cases.start(
              site,
              "/over",
              "\"total_target\":0",
              ",\"scheduleEnd\":\"%s\"".formatted(end),
              "\"maxVisitsPerMinute\":6");
      int tomorrow = started.atOffset(ZoneOffset.ofHours(-11)).getDayOfWeek().plus(1).getValue();
      String away =
          cases.start(
              site,
              "/away",
              "\"total_target\":5",
              ",\"timezone\":\"GMT-11\"",
              "\"activeDays\":[%d]".formatted(tomorrow));
      CaseProjects.await(
          () -> Instant.now().isAfter(started.plus(WATCHED)), WATCHED.plusMinutes(1));

      assertThat(minutes(site, "/even", started))
          .hasSizeGreaterThan(2)
          .allMatch(n -> n >= 9 && n <= 11);
      assertThat(gaps(site, "/even").max().orElseThrow()).isLessThan(15_000);
      assertThat(site.log("/poisson").size()).isBetween(20, 60);
      assertThat(gaps(site, "/poisson").filter(gap -> gap < 2_000)).isNotEmpty();
      assertThat(minutes(site, "/minute", started)).allMatch(n -> n <= 3).contains(3L);
      assertThat(site.log("/burst"))
          .hasSize(8)
          .allMatch(
              line -> !line.at().isBefore(burst) && line.at().isBefore(burst.plusSeconds(75)));
      assertThat(site.log("/over"))
          .isNotEmpty()
          .allMatch(line -> line.at().isBefore(end.plusSeconds(2)));
      JsonNode ended = owner.get("/api/projects/" + over);
      assertThat(ended.get("status_reason").asText()).isEqualTo("expired");
      assertThat(site.log("/away")).isEmpty();
      assertThat(owner.get("/api/projects/" + away).get("next_visit_at").asText())
          .contains("T11:00:00");
      assertThat(owner.get("/api/projects/" + even).get("status").asText()).isEqualTo("active");
    }
  }

  /** Visits of each whole minute that was watched. */
  private static List<Long> minutes(WebsiteOfCases site, String part, Instant started) {
    Instant first = started.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    return IntStream.range(0, (int) WATCHED.toMinutes() - 1)
        .mapToObj(minute -> first.plus(minute, ChronoUnit.MINUTES))
        .map(minute ->
            site.log(part).stream()
                .filter(line -> line.at().truncatedTo(ChronoUnit.MINUTES).equals(minute))
                .count())
        .toList();
  }

  /** Milliseconds between visits. */
  private static IntStream gaps(WebsiteOfCases site, String part) {
    List<Line> log = site.log(part);
    return IntStream.range(1, log.size())
        .map(i -> (int) Duration.between(log.get(i - 1).at(), log.get(i).at()).toMillis());
  }
}
