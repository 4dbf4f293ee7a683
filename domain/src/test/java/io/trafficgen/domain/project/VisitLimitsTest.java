package io.trafficgen.domain.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VisitLimitsTest {
  private static final Instant SOON = Instant.parse("2026-11-23T12:00:00Z");

  private static VisitLimits limits(int daily, int total) {
    return new VisitLimits(daily, total, Optional.empty());
  }

  private static VisitLimits until(Instant end) {
    return new VisitLimits(0, 0, Optional.of(end));
  }

  @Test
  void a_lower_limit_is_stricter_and_0_is_no_limit() {
    assertThat(limits(9, 0).isStricterThan(limits(10, 0))).isTrue();
    assertThat(limits(10, 0).isStricterThan(limits(0, 0))).isTrue();
    assertThat(limits(0, 5).isStricterThan(limits(0, 0))).isTrue();
    assertThat(limits(11, 4).isStricterThan(limits(10, 5))).isTrue();
    assertThat(limits(0, 0).isStricterThan(limits(10, 5))).isFalse();
    assertThat(limits(10, 5).isStricterThan(limits(10, 5))).isFalse();
  }

  @Test
  void an_earlier_end_is_stricter() {
    assertThat(until(SOON).isStricterThan(VisitLimits.none())).isTrue();
    assertThat(until(SOON).isStricterThan(until(SOON.plusMillis(1)))).isTrue();
    assertThat(until(SOON).isStricterThan(until(SOON))).isFalse();
    assertThat(VisitLimits.none().isStricterThan(until(SOON))).isFalse();
  }

  @Test
  void an_expiry_is_what_its_owner_sees_of_it() {
    Instant shown = Instant.parse("2026-11-23T12:00:00.123Z");
    VisitLimits stored = new VisitLimits(0, 0, Optional.of(shown.plusNanos(456_789)));
    VisitLimits echoed = new VisitLimits(0, 0, Optional.of(shown));
    assertThat(echoed).isEqualTo(stored);
    assertThat(echoed.isStricterThan(stored)).isFalse();
  }
}
