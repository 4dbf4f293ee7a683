package io.trafficgen.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.settings.Arrival;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void a_day_entered_late_gets_the_share_that_remains_and_its_first_visit_at_once() {
    Instant late = NOON.plusSeconds(30);
    Pace pace = new Paces().open(2400, late);
    assertThat(pace.allowance(late).visits()).isBetween(1L, 2L);
    assertThat(Paces.allowed(pace, late, MIDNIGHT.plus(Duration.ofDays(1)))).isEqualTo(1199);
    Instant last = Instant.parse("2026-11-23T23:59:50Z");
    assertThat(new Paces().open(20, last).allowance(last).visits()).isEqualTo(1);
  }

  @Test
  void a_late_entry_is_never_a_burst() {
    for (Arrival arrival : Arrival.values()) {
      for (long seed = 0; seed < 20; seed++) {
        Pace pace = new Paces().arrival(arrival).seed(seed).open(14_400, NOON.plusSeconds(seed));
        // Ten a minute on average; a rush of the realistic law is some four times that at most.
        assertThat(pace.allowance(pace.startedAt()).visits()).isBetween(1L, 60L);
        assertThat(Paces.allowed(pace, pace.startedAt(), MIDNIGHT.plus(Duration.ofDays(1))))
            .isBetween(5_500L, 9_000L);
      }
    }
  }

  @Test
  void the_closed_model_is_bound_by_its_ramp_alone_and_starts_at_once() {
    Pace pace = new Paces().ramp(10).closed(NOON);
    Allowance first = pace.allowance(NOON);
    assertThat(first.visits()).isBetween(1L, 6L);
    assertThat(first.cap()).contains(BindingCap.RAMP);
    long previous = 0;
    for (int minute = 0; minute < 10; minute++) {
      long visits = pace.allowance(NOON.plusSeconds(60L * minute)).visits();
      assertThat(visits).isBetween(previous, 60L);
      previous = visits;
    }
    assertThat(pace.allowance(NOON.plusSeconds(600)).cap()).isEmpty();
    assertThat(new Paces().closed(NOON).allowance(NOON).visits()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void the_ramp_of_the_open_model_ends_at_the_busiest_rate_of_its_day() {
    // 600 visits of a burst, ten a minute.
    Pace pace = new Paces().burst(600, "12:00", 60).ramp(10).open(0, NOON);
    assertThat(pace.allowance(NOON).cap()).contains(BindingCap.RAMP);
    assertThat(Paces.allowed(pace, NOON, NOON.plusSeconds(600))).isBetween(50L, 60L);
    assertThat(pace.allowance(NOON.plusSeconds(660)))
        .isEqualTo(new Allowance(10, Optional.of(BindingCap.DAILY_LIMIT)));
  }

  @Test
  void a_paused_project_and_an_inactive_day_start_nothing_and_say_why() {
    Pace paused = new Paces().concurrency(0).closed(NOON);
    assertThat(paused.allowance(NOON)).isEqualTo(new Allowance(0, Optional.of(BindingCap.SPEED)));
    assertThat(paused.next(NOON)).isEmpty();
    Pace fridays = new Paces().on(DayOfWeek.FRIDAY).open(100, NOON);
    assertThat(fridays.allowance(NOON))
        .isEqualTo(new Allowance(0, Optional.of(BindingCap.SCHEDULE)));
    assertThat(fridays.next(NOON)).contains(Instant.parse("2026-11-27T00:00:00Z"));
  }

  @Test
  void the_owners_own_cap_binds_below_the_spread() {
    Pace pace = new Paces().maxPerMinute(7).open(86_400, NOON);
    assertThat(pace.allowance(NOON.plusSeconds(60)))
        .isEqualTo(new Allowance(7, Optional.of(BindingCap.MAX_VISITS_PER_MINUTE)));
  }

  @Test
  void of_two_caps_alike_the_earlier_one_is_named() {
    Pace pace = new Paces().maxPerMinute(60).open(86_400, NOON);
    assertThat(pace.allowance(NOON.plusSeconds(60)))
        .isEqualTo(new Allowance(60, Optional.of(BindingCap.DAILY_LIMIT)));
    assertThat(new Allowance(3, Optional.of(BindingCap.RAMP)).and(3, BindingCap.SPEED).cap())
        .contains(BindingCap.SPEED);
  }

  @Test
  void the_same_instants_always_give_the_same_counts() {
    Instant start = Instant.parse("2026-11-23T08:13:21.123Z");
    Paces paces = new Paces().arrival(Arrival.REALISTIC).zone(ZoneId.of("Asia/Kolkata"));
    Instant at = start.plusSeconds(12_345);
    assertThat(paces.open(5000, start).allowance(at))
        .isEqualTo(paces.open(5000, start).allowance(at));
    assertThat(paces.open(5000, start).countedSince(start)).isEqualTo(start);
    assertThat(paces.open(5000, start).countedSince(at))
        .isEqualTo(Window.from(at).minute().start());
  }
}
