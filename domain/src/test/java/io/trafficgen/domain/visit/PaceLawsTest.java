package io.trafficgen.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.settings.Arrival;
import io.trafficgen.domain.settings.HourlyCurve;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What tells the laws of arrival apart, by fixed seeds. */
class PaceLawsTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-23");
  private static final int MINUTES = 1440;

  private static long[] minutes(Arrival arrival, HourlyCurve curve, int limit, long seed) {
    Pace pace = new Paces().arrival(arrival).curve(curve).seed(seed).open(limit, Instant.EPOCH);
    return Paces.minutes(pace, DAY);
  }

  /** Variance by mean of the counts of a minute: 1 where visits come independently. */
  private static double dispersion(long[] counts) {
    double mean = Arrays.stream(counts).average().orElseThrow();
    double squares = Arrays.stream(counts).mapToDouble(n -> (n - mean) * (n - mean)).sum();
    return squares / (counts.length - 1) / mean;
  }

  @Test
  void poisson_minutes_vary_as_independent_visitors_do() {
    double sum = 0;
    for (long seed = 1; seed <= 20; seed++) {
      double index = dispersion(minutes(Arrival.POISSON, HourlyCurve.flat(), 14_400, seed));
      // Times 1439 it follows a chi-square: five standard deviations around 1.
      assertThat(index).isBetween(1 - 0.19, 1 + 0.19);
      sum += index;
    }
    assertThat(sum / 20).isBetween(0.96, 1.04);
  }

  @Test
  void even_minutes_do_not_vary_and_realistic_ones_vary_more_than_independent_visitors() {
    for (long seed = 1; seed <= 20; seed++) {
      assertThat(dispersion(minutes(Arrival.EVEN, HourlyCurve.flat(), 14_000, seed)))
          .isLessThan(0.03);
      assertThat(dispersion(minutes(Arrival.REALISTIC, HourlyCurve.flat(), 14_400, seed)))
          .isGreaterThan(1.5);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "REALISTIC")
  void the_hours_share_the_day_as_the_curve_says(Arrival arrival) {
    HourlyCurve curve = HourlyCurve.standard();
    int weights = curve.weights().stream().mapToInt(weight -> weight).sum();
    for (long seed = 1; seed <= 10; seed++) {
      int limit = 50_000;
      long[] minutes = minutes(arrival, curve, limit, seed);
      double chiSquare = 0;
      for (int hour = 0; hour < 24; hour++) {
        long met = Arrays.stream(minutes, 60 * hour, 60 * hour + 60).sum();
        double expected = limit * curve.weights().get(hour) / (double) weights;
        chiSquare += (met - expected) * (met - expected) / expected;
      }
      // 23 degrees of freedom: the limit of one in ten thousand.
      assertThat(chiSquare).isLessThan(56);
    }
  }

  @Test
  void realistic_hours_follow_the_curve_over_many_days() {
    Pace pace =
        new Paces()
            .arrival(Arrival.REALISTIC)
            .curve(HourlyCurve.standard())
            .open(10_000, Instant.EPOCH);
    double[] hours = new double[24];
    for (int day = 0; day < 60; day++) {
      DayCourse course = pace.course(DAY.plusDays(day)).orElseThrow();
      for (int hour = 0; hour < 24; hour++) {
        Instant from = course.start().plusSeconds(3600L * hour);
        hours[hour] += course.before(from.plusSeconds(3600)) - course.before(from);
      }
    }
    double weights = HourlyCurve.standard().weights().stream().mapToInt(weight -> weight).sum();
    IntStream.range(0, 24)
        .forEach(hour ->
            assertThat(hours[hour] / 600_000)
                .isBetween(
                    0.85 * HourlyCurve.standard().weights().get(hour) / weights,
                    1.15 * HourlyCurve.standard().weights().get(hour) / weights));
  }

  @Test
  void days_and_projects_differ_but_each_replays() {
    long[] one = minutes(Arrival.POISSON, HourlyCurve.flat(), 5000, 1);
    assertThat(minutes(Arrival.POISSON, HourlyCurve.flat(), 5000, 1)).isEqualTo(one);
    assertThat(minutes(Arrival.POISSON, HourlyCurve.flat(), 5000, 2)).isNotEqualTo(one);
    Pace pace = new Paces().arrival(Arrival.POISSON).seed(1).open(5000, Instant.EPOCH);
    assertThat(Paces.minutes(pace, DAY.plusDays(1))).hasSize(MINUTES).isNotEqualTo(one);
  }

  @Test
  void visits_of_a_second_do_not_depend_on_each_other() {
    // Pairs of neighbouring minutes: no correlation beyond chance (1/sqrt(1440), four deviations).
    long[] counts = minutes(Arrival.POISSON, HourlyCurve.flat(), 100_000, 3);
    double mean = Arrays.stream(counts).average().orElseThrow();
    double together = 0;
    double squares = 0;
    for (int i = 0; i < MINUTES; i++) {
      squares += (counts[i] - mean) * (counts[i] - mean);
      together += i == 0 ? 0 : (counts[i] - mean) * (counts[i - 1] - mean);
    }
    assertThat(together / squares).isBetween(-0.11, 0.11);
  }
}
