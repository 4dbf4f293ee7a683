package io.trafficgen.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
  private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
  private static final ZoneId UTC = ZoneId.of("UTC");

  private static Pace open(int dailyLimit, ZoneId zone, Instant startedAt) {
    return new Pace(
        5, dailyLimit, zone, EVERY_DAY, Duration.ZERO, OptionalInt.empty(), 60, startedAt);
  }

  private static Pace closed(Duration ramp, Instant startedAt) {
    return new Pace(5, 0, UTC, EVERY_DAY, ramp, OptionalInt.empty(), 60, startedAt);
  }

  private static long allowedOver(Pace pace, Instant from, Instant to) {
    long visits = 0;
    for (Instant minute = from; minute.isBefore(to); minute = Window.from(minute).end()) {
      visits += pace.allowance(minute).visits();
    }
    return visits;
  }

  @ParameterizedTest
  @CsvSource({
    "1,UTC",
    "20,UTC",
    "1440,UTC",
    "24000,UTC",
    "99991,UTC",
    "7,Asia/Kolkata",
    "1000,Europe/Berlin",
    "1000,America/New_York",
    "1000,Pacific/Chatham"
  })
  void spreads_exactly_the_daily_limit_over_every_day_of_the_zone(int limit, String zoneId) {
    ZoneId zone = ZoneId.of(zoneId);
    // Days around both changes of clocks in 2026, of 23, 24 and 25 hours.
    for (String date : new String[] {"2026-03-08", "2026-03-29", "2026-10-25", "2026-11-01"}) {
      LocalDate day = LocalDate.parse(date);
      Instant start = day.atStartOfDay(zone).toInstant();
      Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
      Pace pace = open(limit, zone, start.minus(Duration.ofDays(3)));
      assertThat(allowedOver(pace, start, end)).isEqualTo(limit);
    }
  }

  @Test
  void a_day_entered_late_gets_the_share_that_remains_and_its_first_visit_at_once() {
    Instant noon = Instant.parse("2026-11-23T12:00:30Z");
    Pace pace = open(2400, UTC, noon);
    assertThat(pace.allowance(noon).visits()).isBetween(1L, 2L);
    assertThat(allowedOver(pace, noon, Instant.parse("2026-11-24T00:00:00Z"))).isEqualTo(1199);
    Instant late = Instant.parse("2026-11-23T23:59:50Z");
    assertThat(open(20, UTC, late).allowance(late).visits()).isEqualTo(1);
  }

  @Test
  void the_closed_model_is_bound_by_its_ramp_alone_and_starts_at_once() {
    Instant start = Instant.parse("2026-11-23T12:00:00Z");
    Pace pace = closed(Duration.ofMinutes(10), start);
    Allowance first = pace.allowance(start);
    assertThat(first.visits()).isBetween(1L, 6L);
    assertThat(first.cap()).contains(BindingCap.RAMP);
    long previous = 0;
    for (int minute = 0; minute < 10; minute++) {
      long visits = pace.allowance(start.plusSeconds(60L * minute)).visits();
      assertThat(visits).isBetween(previous, 60L);
      previous = visits;
    }
    assertThat(pace.allowance(start.plusSeconds(600)).cap()).isEmpty();
    assertThat(closed(Duration.ZERO, start).allowance(start).visits()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void a_paused_project_and_an_inactive_day_start_nothing_and_say_why() {
    Instant monday = Instant.parse("2026-11-23T12:00:00Z");
    Pace paused = new Pace(0, 0, UTC, EVERY_DAY, Duration.ZERO, OptionalInt.empty(), 60, monday);
    assertThat(paused.allowance(monday)).isEqualTo(new Allowance(0, Optional.of(BindingCap.SPEED)));
    assertThat(paused.next(monday)).isEmpty();
    Pace fridays =
        new Pace(
            5,
            100,
            UTC,
            EnumSet.of(DayOfWeek.FRIDAY),
            Duration.ZERO,
            OptionalInt.empty(),
            60,
            monday);
    assertThat(fridays.allowance(monday))
        .isEqualTo(new Allowance(0, Optional.of(BindingCap.SCHEDULE)));
    assertThat(fridays.next(monday)).contains(Instant.parse("2026-11-27T00:00:00Z"));
  }

  @Test
  void the_owners_own_cap_binds_below_the_spread() {
    Instant start = Instant.parse("2026-11-23T12:00:00Z");
    Pace pace = new Pace(5, 86_400, UTC, EVERY_DAY, Duration.ZERO, OptionalInt.of(7), 60, start);
    assertThat(pace.allowance(start.plusSeconds(60)))
        .isEqualTo(new Allowance(7, Optional.of(BindingCap.MAX_VISITS_PER_MINUTE)));
  }

  @Test
  void next_names_the_minute_in_which_a_visit_is_due() {
    Instant midnight = Instant.parse("2026-11-23T00:00:00Z");
    Pace pace = open(24, UTC, midnight);
    assertThat(pace.next(midnight.plusSeconds(1))).contains(midnight.plusSeconds(3600));
    assertThat(pace.next(midnight.plusSeconds(23 * 3600 + 1)))
        .contains(Instant.parse("2026-11-24T00:00:00Z"));
  }

  @Test
  void the_same_instants_always_give_the_same_counts() {
    Instant start = Instant.parse("2026-11-23T08:13:21.123Z");
    Pace pace = open(5000, ZoneId.of("Asia/Kolkata"), start);
    Instant at = start.plusSeconds(12_345);
    assertThat(pace.allowance(at)).isEqualTo(pace.allowance(at));
    assertThat(pace.countedSince(start)).isEqualTo(start);
    assertThat(pace.countedSince(at)).isEqualTo(Window.from(at).minute().start());
  }
}
