package io.trafficgen.domain.visit;

import io.trafficgen.domain.settings.Burst;
import io.trafficgen.domain.settings.HourlyCurve;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;

/**
 * How busy the seconds of a day are, in proportion to each other. Seconds count from the beginning
 * of the day in its zone, so that days of 23, 24 and 25 hours come out by themselves.
 */
final class DayShape {
  private static final long HOUR = 3600;

  private int pieces;
  private long[] ends = new long[32];
  private double[] rates = new double[32];
  private double[] sums = new double[32];

  private double peak;

  private DayShape() {}

  /** The weight of the local hour at every second. */
  static DayShape of(HourlyCurve curve, LocalDate day, ZoneId zone) {
    DayShape shape = new DayShape();
    Instant start = day.atStartOfDay(zone).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    Instant change =
        Optional.ofNullable(zone.getRules().nextTransition(start))
            .map(transition -> transition.getInstant())
            .orElse(end);
    for (Instant at = start; at.isBefore(end); ) {
      LocalTime local = at.atZone(zone).toLocalTime();
      Instant next = at.plusSeconds(HOUR - local.toSecondOfDay() % HOUR);
      next = at.isBefore(change) && change.isBefore(next) ? change : next;
      next = end.isBefore(next) ? end : next;
      shape.add(seconds(start, next), curve.weights().get(local.getHour()));
      at = next;
    }
    return shape;
  }

  /** All seconds of the burst alike, as far as they belong to the day. */
  static DayShape of(Burst burst, LocalDate day, ZoneId zone) {
    DayShape shape = new DayShape();
    Instant start = day.atStartOfDay(zone).toInstant();
    long length = seconds(start, day.plusDays(1).atStartOfDay(zone).toInstant());
    long from = Math.min(length, seconds(start, day.atTime(burst.from()).atZone(zone).toInstant()));
    shape.add(from, 0);
    shape.add(Math.min(length, from + burst.over().toSeconds()), 1);
    shape.add(length, 0);
    return shape;
  }

  /** This shape with its {@code number}-th span of {@code seconds}, from 0, times a factor. */
  DayShape times(long seconds, LongToDoubleFunction factor) {
    DayShape shape = new DayShape();
    long from = 0;
    for (int i = 0; i < pieces; i++) {
      while (from < ends[i]) {
        long block = from / seconds;
        from = Math.min(ends[i], (block + 1) * seconds);
        shape.add(from, rates[i] == 0 ? 0 : rates[i] * factor.applyAsDouble(block));
      }
    }
    return shape;
  }

  private void add(long end, double rate) {
    long from = pieces == 0 ? 0 : ends[pieces - 1];
    if (end <= from) {
      return;
    }
    if (pieces == ends.length) {
      ends = Arrays.copyOf(ends, 2 * pieces);
      rates = Arrays.copyOf(rates, 2 * pieces);
      sums = Arrays.copyOf(sums, 2 * pieces);
    }
    ends[pieces] = end;
    rates[pieces] = rate;
    peak = Math.max(peak, rate);
    sums[pieces] = total() + rate * (end - from);
    pieces++;
  }

  /** Seconds of the day. */
  long length() {
    return pieces == 0 ? 0 : ends[pieces - 1];
  }

  /** Weight of the whole day. */
  double total() {
    return pieces == 0 ? 0 : sums[pieces - 1];
  }

  /** Weight of the first {@code seconds} of the day. */
  double before(long seconds) {
    if (seconds <= 0) {
      return 0;
    }
    if (seconds >= length()) {
      return total();
    }
    int found = Arrays.binarySearch(ends, 0, pieces, seconds);
    int piece = found >= 0 ? found : -found - 1;
    return sums[piece] - rates[piece] * (ends[piece] - seconds);
  }

  /** The greatest weight of a second. */
  double peak() {
    return peak;
  }

  private static long seconds(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds();
  }
}
