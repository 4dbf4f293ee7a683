package io.trafficgen.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.settings.Arrival;
import io.trafficgen.domain.settings.HourlyCurve;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every law of arrival, every curve and every day. */
class PaceSpreadTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-23");
  private static final int[] LIMITS = {1, 2, 7, 20, 1440, 24_000, 99_991, 1_000_000};

  private static HourlyCurve anyCurve(SplittableRandom random) {
    List<Integer> weights =
        IntStream.range(0, 24).mapToObj(hour -> Math.max(0, random.nextInt(-40, 100))).toList();
    List<Integer> some = new ArrayList<>(weights);
    some.set(random.nextInt(24), 50);
    // Not only in the hour that a change of clocks may skip.
    some.set(12, 50);
    return new HourlyCurve(some);
  }

  @ParameterizedTest
  @EnumSource
  void every_day_of_every_zone_has_exactly_its_limit(Arrival arrival) {
    SplittableRandom random = new SplittableRandom(1);
    for (String[] zoneAndDay : Paces.DAYS) {
      ZoneId zone = ZoneId.of(zoneAndDay[0]);
      LocalDate day = LocalDate.parse(zoneAndDay[1]);
      Instant start = Paces.start(day, zone);
      for (int limit : LIMITS) {
        Pace pace =
            new Paces()
                .arrival(arrival)
                .curve(random.nextBoolean() ? HourlyCurve.flat() : anyCurve(random))
                .zone(zone)
                .seed(random.nextLong())
                .open(limit, start.minus(Duration.ofDays(3)));
        assertThat(Arrays.stream(Paces.minutes(pace, day)).sum())
            .as("%s %s %s", zone, day, pace)
            .isEqualTo(limit);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void any_cut_of_a_day_gives_the_same_total_and_never_runs_backwards(Arrival arrival) {
    SplittableRandom random = new SplittableRandom(2);
    for (int round = 0; round < 200; round++) {
      Paces paces = new Paces().arrival(arrival).curve(anyCurve(random)).seed(round);
      int volume = random.nextInt(1, 100_000);
      DayCourse course = paces.open(volume, Instant.EPOCH).course(DAY).orElseThrow();
      long[] cuts = random.longs(random.nextInt(1, 50), -3600, 90_000).sorted().toArray();
      long before = 0;
      for (long cut : cuts) {
        long count = course.before(course.start().plusSeconds(cut));
        assertThat(count).isBetween(before, (long) volume);
        before = count;
      }
      assertThat(course.before(course.start())).isZero();
      assertThat(course.before(course.end())).isEqualTo(volume);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_varied_day_stays_below_the_limit_and_within_a_fifth_of_it(Arrival arrival) {
    List<Long> volumes = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      LocalDate day = DAY.plusDays(i);
      Pace pace = new Paces().arrival(arrival).varied().open(1000, Instant.EPOCH);
      volumes.add(Arrays.stream(Paces.minutes(pace, day)).sum());
    }
    assertThat(volumes).allMatch(volume -> volume >= 800 && volume <= 1000);
    assertThat(volumes.stream().distinct().count()).isGreaterThan(20);
    Pace burst = new Paces().varied().burst(1000, "10:00", 60).open(0, Instant.EPOCH);
    assertThat(
            IntStream.range(0, 60)
                .mapToLong(i -> burst.course(DAY.plusDays(i)).orElseThrow().volume()))
        .allMatch(volume -> volume >= 800 && volume <= 1200)
        .anyMatch(volume -> volume > 1100);
  }

  @Test
  void an_even_day_is_due_on_the_second() {
    DayCourse course = new Paces().open(24, Instant.EPOCH).course(DAY).orElseThrow();
    for (int hour = 0; hour < 24; hour++) {
      assertThat(course.before(course.start().plusSeconds(3600L * hour))).isEqualTo(hour);
      assertThat(course.before(course.start().plusSeconds(3600L * hour + 1))).isEqualTo(hour + 1);
    }
  }
}
