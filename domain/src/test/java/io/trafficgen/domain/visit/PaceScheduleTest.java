package io.trafficgen.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.settings.Arrival;
import io.trafficgen.domain.settings.HourlyCurve;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bursts, beginning and end of a schedule, quiet hours, and when the next visit is due. */
class PaceScheduleTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
  private static final Allowance OUTSIDE = new Allowance(0, Optional.of(BindingCap.SCHEDULE));

  private static Instant at(String clock) {
    return Instant.parse("2026-11-23T" + clock + "Z");
  }

  @ParameterizedTest
  @EnumSource
  void a_burst_has_all_its_visits_inside_its_window_on_each_active_day(Arrival arrival) {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Pace pace =
        new Paces()
            .arrival(arrival)
            .burst(500, "23:30", 90)
            .on(DayOfWeek.SUNDAY, DayOfWeek.MONDAY)
            .zone(berlin)
            .open(0, Instant.parse("2026-01-01T00:00:00Z"));
    LocalDate sunday = LocalDate.parse("2026-10-25");
    Instant midnight = Paces.start(sunday.plusDays(1), berlin);
    // It ends with its day.
    assertThat(Paces.allowed(pace, midnight.minusSeconds(1800), midnight)).isEqualTo(500);
    assertThat(Paces.allowed(pace, Paces.start(sunday, berlin), midnight)).isEqualTo(500);
    assertThat(pace.allowance(midnight.minusSeconds(1860))).isEqualTo(OUTSIDE);
    assertThat(pace.next(midnight.minusSeconds(7200)).orElseThrow())
        .isBetween(midnight.minusSeconds(1800), midnight);
    Instant tuesday = Paces.start(sunday.plusDays(2), berlin);
    assertThat(Paces.allowed(pace, midnight, tuesday)).isEqualTo(500);
    assertThat(Paces.allowed(pace, tuesday, tuesday.plus(Duration.ofDays(1)))).isZero();
    assertThat(new Paces().burst(500, "10:00", 60).open(300, MONDAY).course(LocalDate.EPOCH))
        .hasValueSatisfying(course -> assertThat(course.volume()).isEqualTo(300));
  }

  @Test
  void nothing_starts_before_the_schedule_and_its_first_visit_is_due_with_it() {
    Instant begin = at("12:00:20");
    Pace pace = new Paces().notBefore(begin).open(1440, MONDAY);
    assertThat(pace.allowance(at("12:00:00"))).isEqualTo(OUTSIDE);
    assertThat(pace.allowance(begin.minusMillis(1))).isEqualTo(OUTSIDE);
    assertThat(pace.window(at("12:00:10"))).isEqualTo(new Window(at("12:00:10"), begin));
    assertThat(pace.countedSince(begin)).isEqualTo(begin);
    assertThat(pace.allowance(begin).visits()).isEqualTo(1);
    assertThat(pace.next(MONDAY)).contains(begin);
    assertThat(Paces.allowed(pace, begin, MONDAY.plus(Duration.ofDays(1)))).isEqualTo(719);
    assertThat(new Paces().notBefore(begin).closed(MONDAY).next(MONDAY)).contains(begin);
  }

  @Test
  void nothing_starts_after_the_end_not_even_within_its_minute() {
    Instant end = at("12:00:20");
    Pace pace = new Paces().until(end).open(86_400, MONDAY);
    assertThat(pace.window(at("12:00:00"))).isEqualTo(new Window(at("12:00:00"), end));
    assertThat(pace.allowance(at("12:00:00")).visits()).isEqualTo(20);
    assertThat(pace.isOver(end)).isTrue();
    assertThat(pace.allowance(end)).isEqualTo(OUTSIDE);
    assertThat(pace.next(end.minusSeconds(1))).contains(end.minusSeconds(1));
    assertThat(pace.next(end)).isEmpty();
  }

  @Test
  void an_hour_of_weight_0_is_quiet_even_for_a_project_just_started() {
    List<Integer> weights = new ArrayList<>(Collections.nCopies(24, 1));
    weights.set(3, 0);
    Pace pace = new Paces().curve(new HourlyCurve(weights)).open(23 * 60, at("03:10:00"));
    assertThat(pace.allowance(at("03:10:00"))).isEqualTo(OUTSIDE);
    assertThat(pace.next(at("03:10:00"))).contains(at("04:00:00"));
  }

  @Test
  void next_names_the_second_in_which_a_visit_is_due() {
    Pace pace = new Paces().open(24, MONDAY);
    assertThat(pace.next(MONDAY.plusSeconds(1))).contains(at("01:00:00"));
    assertThat(pace.next(at("23:00:01"))).contains(MONDAY.plus(Duration.ofDays(1)));
  }

  @ParameterizedTest
  @EnumSource
  void no_minute_before_the_next_visit_allows_one_and_its_own_does(Arrival arrival) {
    SplittableRandom random = new SplittableRandom(4);
    for (int round = 0; round < 60; round++) {
      Paces paces = new Paces().arrival(arrival).seed(round);
      if (random.nextBoolean()) {
        paces.curve(HourlyCurve.standard());
      }
      if (random.nextInt(3) == 0) {
        paces.burst(random.nextInt(1, 50), "17:45", random.nextInt(1, 500));
      }
      if (random.nextInt(3) == 0) {
        paces.on(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY);
      }
      if (random.nextInt(3) == 0) {
        paces.notBefore(MONDAY.plusSeconds(random.nextInt(400_000)));
      }
      Instant started = MONDAY.plusMillis(random.nextInt(86_400_000));
      Pace pace = paces.open(random.nextInt(1, 60), started);
      Instant now = started.plusMillis(random.nextInt(200_000_000));
      Instant next = pace.next(now).orElseThrow();
      assertThat(next).isAfterOrEqualTo(now);
      assertThat(pace.allowance(next).visits()).as("%s", pace).isPositive();
      assertThat(Paces.allowed(pace, Window.from(now).end(), Window.from(next).minute().start()))
          .as("%s", pace)
          .isZero();
    }
  }
}
