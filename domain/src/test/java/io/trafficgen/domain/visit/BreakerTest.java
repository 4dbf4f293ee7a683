package io.trafficgen.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.settings.RetryAfterRule;
import io.trafficgen.domain.settings.StopRule;
import io.trafficgen.domain.site.Host;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakerTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private static RunHealth health(int visits, int failed) {
    return new RunHealth(visits, failed, 0, Optional.empty());
  }

  private static StopRule rule(int percent, int window, RetryAfterRule onRetryAfter) {
    return new StopRule(percent, Optional.empty(), window, onRetryAfter);
  }

  @ParameterizedTest
  @CsvSource({
    // percent, window, visits, failed, stops
    "20, 50, 50, 10, false",
    "20, 50, 50, 11, true",
    "20, 50, 11, 11, true",
    "20, 50, 10, 10, false",
    "0, 50, 1, 1, true",
    "100, 1, 1, 1, false",
    "20, 1, 1, 1, true",
    "50, 10000, 10000, 5001, true",
  })
  void stops_once_more_visits_failed_than_the_whole_window_bears(
      int percent, int window, int visits, int failed, boolean stops) {
    assertThat(Breaker.trips(rule(percent, window, RetryAfterRule.PAUSE), health(visits, failed)))
        .isEqualTo(stops ? Optional.of(StatusReason.UNHEALTHY) : Optional.empty());
  }

  @Test
  void stops_for_slow_pages_once_the_window_is_full() {
    StopRule rule = new StopRule(20, Optional.of(Duration.ofMillis(800)), 20, RetryAfterRule.PAUSE);
    assertThat(Breaker.trips(rule, slow(20, 801))).contains(StatusReason.UNHEALTHY);
    assertThat(Breaker.trips(rule, slow(20, 800))).isEmpty();
    assertThat(Breaker.trips(rule, slow(19, 5_000))).isEmpty();
    assertThat(Breaker.trips(rule, health(20, 0))).isEmpty();
  }

  private static RunHealth slow(int visits, int millis) {
    return new RunHealth(visits, 0, 0, Optional.of(Duration.ofMillis(millis)));
  }

  @Test
  void a_site_that_asks_for_a_pause_stops_the_project_only_if_its_owner_wants_that() {
    RunHealth asked = new RunHealth(1, 0, 1, Optional.empty());
    assertThat(Breaker.trips(rule(20, 50, RetryAfterRule.PAUSE), asked)).isEmpty();
    assertThat(Breaker.trips(rule(20, 50, RetryAfterRule.STOP), asked))
        .contains(StatusReason.RETRY_AFTER);
  }

  @ParameterizedTest
  @CsvSource({"120, 120", "0, 5", "86400, 86400", "86401, 86400", "1000000000, 86400"})
  void a_pause_lasts_as_long_as_the_host_asked_within_a_day(long asked, long lasts) {
    HostPause pause = HostPause.of(Host.parse("shop.example"), Duration.ofSeconds(asked), NOW);
    assertThat(pause.until()).isEqualTo(NOW.plusSeconds(lasts));
  }
}
