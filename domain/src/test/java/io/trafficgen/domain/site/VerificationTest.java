package io.trafficgen.domain.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void the_second_failure_in_a_row_ends_it() {
    Verification proof = new Verification(ProofMethod.DNS, SiteTerms.none());
    Verification shaken = proof.afterFailure().orElseThrow();
    assertThat(shaken).isEqualTo(new Verification(ProofMethod.DNS, SiteTerms.none(), 1));
    assertThat(shaken.afterFailure()).isEmpty();
    assertThatThrownBy(() -> new Verification(ProofMethod.DNS, SiteTerms.none(), 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void is_checked_hourly() {
    assertThat(CheckTimes.next(NOON, List.of(ZoneOffset.UTC)))
        .isEqualTo(NOON.plus(Duration.ofHours(1)));
  }

  @Test
  void is_checked_before_each_day_of_every_zone() {
    List<ZoneId> zones = List.of(ZoneOffset.UTC, ZoneId.of("Asia/Kolkata"));
    // Kolkata's day begins at 18:30 UTC.
    Instant check = Instant.parse("2026-11-23T18:25:00Z");
    assertThat(CheckTimes.next(check.minusSeconds(600), zones)).isEqualTo(check);
    assertThat(CheckTimes.next(check.minusMillis(1), zones)).isEqualTo(check);
    assertThat(CheckTimes.next(check, zones)).isEqualTo(check.plus(Duration.ofHours(1)));
  }

  @Test
  void is_checked_before_a_day_that_the_clocks_cut_short() {
    // On 2026-03-29 in Beirut midnight is followed by 01:00: the day begins at 22:00 UTC.
    Instant begin = Instant.parse("2026-03-28T22:00:00Z");
    assertThat(CheckTimes.next(begin.minusSeconds(1800), List.of(ZoneId.of("Asia/Beirut"))))
        .isEqualTo(begin.minusSeconds(300));
  }
}
