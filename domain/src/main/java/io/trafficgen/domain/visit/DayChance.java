package io.trafficgen.domain.visit;

import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The chance of one day of a project: every draw has a name, and whoever asks for it again, in
 * whatever order and on whatever machine, gets the same numbers.
 *
 * @param seed the project's
 */
record DayChance(long seed, LocalDate day) {
  /** What the numbers decide. */
  enum Purpose {
    VOLUME(1),
    RATE(2),
    ARRIVALS(3);

    private final long salt;

    Purpose(long salt) {
      this.salt = salt;
    }
  }

  /** The numbers of the {@code number}-th draw of its kind. */
  RandomGenerator of(Purpose purpose, long number) {
    long state = spread(spread(spread(seed) + day.toEpochDay()) + purpose.salt);
    return new SplittableRandom(spread(state + number));
  }

  /** An odd multiplier and a fold: neighbouring days and nodes end far apart. */
  private static long spread(long bits) {
    long z = (bits + 0x9E3779B97F4A7C15L) * 0xD1342543DE82EF95L;
    return (z ^ (z >>> 32)) * 0xD1342543DE82EF95L;
  }
}
