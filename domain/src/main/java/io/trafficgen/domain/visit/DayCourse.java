package io.trafficgen.domain.visit;

import io.trafficgen.domain.settings.Pacing;
import io.trafficgen.domain.visit.DayChance.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.random.RandomGenerator;

/**
 * The visits of one day: how many there are, and how many are due by when. Whatever the law of
 * arrival, they are exactly {@link #volume()} over the day, and any cut of the day into spans gives
 * the same total. To the second: a visit is due at the beginning of its second.
 */
final class DayCourse {
  /** How long a lull or a rush of visitors lasts. */
  private static final long RUSH_SECONDS = 600;

  /** Of the logarithm of a rush's strength: the mean is 1, the quietest hundredth a fifth of it. */
  private static final double RUSH_DEVIATION = 0.6;

  private static final double VARIATION = 0.2;

  private final Instant start;
  private final Instant end;
  private final DayShape shape;
  private final long volume;
  private final boolean even;
  private final SortedUniforms arrivals;

  private DayCourse(
      Instant start,
      Instant end,
      DayShape shape,
      long volume,
      boolean even,
      SortedUniforms arrivals) {
    this.start = start;
    this.end = end;
    this.shape = shape;
    this.volume = shape.total() > 0 ? volume : 0;
    this.even = even;
    this.arrivals = arrivals;
  }

  /**
   * The course of an active day.
   *
   * @param dailyLimit 0 = unlimited; then a burst says how many
   */
  static DayCourse of(Pacing pacing, int dailyLimit, LocalDate day, ZoneId zone, long seed) {
    DayChance chance = new DayChance(seed, day);
    DayShape curve =
        pacing
            .burst()
            .map(burst -> DayShape.of(burst, day, zone))
            .orElseGet(() -> DayShape.of(pacing.curve(), day, zone));
    long volume = volume(pacing, dailyLimit, chance);
    return new DayCourse(
        day.atStartOfDay(zone).toInstant(),
        day.plusDays(1).atStartOfDay(zone).toInstant(),
        switch (pacing.arrival()) {
          case EVEN, POISSON -> curve;
          case REALISTIC ->
              curve.times(RUSH_SECONDS, block -> rush(chance.of(Purpose.RATE, block)));
        },
        volume,
        switch (pacing.arrival()) {
          case EVEN -> true;
          case POISSON, REALISTIC -> false;
        },
        new SortedUniforms(volume, node -> chance.of(Purpose.ARRIVALS, node)));
  }

  private static long volume(Pacing pacing, int dailyLimit, DayChance chance) {
    long limit = dailyLimit == 0 ? Long.MAX_VALUE : dailyLimit;
    long wanted = pacing.burst().map(burst -> (long) burst.visits()).orElse(limit);
    double factor = 1;
    if (pacing.varied()) {
      factor += VARIATION * (2 * chance.of(Purpose.VOLUME, 0).nextDouble() - 1);
    }
    return Math.min(limit, Math.round(Math.min(limit, wanted) * factor));
  }

  /** Log-normal with mean 1; the normal number by Box and Muller (1958). */
  private static double rush(RandomGenerator random) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    double normal = radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    return StrictMath.exp(RUSH_DEVIATION * normal - RUSH_DEVIATION * RUSH_DEVIATION / 2);
  }

  Instant start() {
    return start;
  }

  Instant end() {
    return end;
  }

  long volume() {
    return volume;
  }

  /** Visits due before {@code at}, begun seconds left out. */
  long before(Instant at) {
    double weight = shape.before(seconds(at));
    if (volume == 0 || weight == 0) {
      return 0;
    }
    if (weight >= shape.total()) {
      return volume;
    }
    // One division of exact numbers: 24 visits a day are due on the hour, and not a second later.
    return even
        ? Math.min(volume, (long) Math.ceil(volume * weight / shape.total()))
        : arrivals.below(weight / shape.total());
  }

  /** Whether a visit may be due between the two at all. */
  boolean isBusy(Instant from, Instant to) {
    return volume > 0 && shape.before(seconds(to)) > shape.before(seconds(from));
  }

  /** The same number of visits, spread evenly. */
  DayCourse evened() {
    return new DayCourse(start, end, shape, volume, true, arrivals);
  }

  /** Whether more than {@code least} visits are due between the two: by eight deviations. */
  boolean surelyExceeds(long least, Instant from, Instant to) {
    double mean =
        volume * (shape.before(seconds(to)) - shape.before(seconds(from))) / shape.total();
    return mean - 8 * Math.sqrt(mean) - 8 > least;
  }

  /** Visits a minute where the day is busiest. */
  double peak() {
    return volume == 0 ? 0 : 60 * volume * shape.peak() / shape.total();
  }

  /** Whether no minute of the day has more visits: by eight standard deviations where by chance. */
  boolean staysBelow(double perMinute) {
    double peak = peak();
    return peak + (even ? 1 : 8 * Math.sqrt(peak) + 8) <= perMinute;
  }

  private long seconds(Instant at) {
    return Duration.between(start, at).toSeconds();
  }
}
