package io.trafficgen.domain.visit;

import java.time.Duration;
import java.time.Instant;

/**
 * How a project gathers speed: from one visit a minute to its full rate, linear in time (engine
 * page, 4.3).
 *
 * @param fullRate visits a minute once the ramp is over
 */
record Ramp(Instant since, Duration length, double fullRate) {
  private static final double MINUTE = 60_000;

  boolean isOver(Instant at) {
    return !at.isBefore(since.plus(length));
  }

  /** Visits that may start before {@code at}: the integral of the rate, the first at once. */
  long before(Instant at) {
    double minutes = Duration.between(since, at).toMillis() / MINUTE;
    if (minutes <= 0) {
      return 0;
    }
    double rampMinutes = length.toMillis() / MINUTE;
    double full = Math.max(1, fullRate);
    double ramped = Math.min(minutes, rampMinutes);
    double inRamp = ramped + (full - 1) * ramped * ramped / (2 * rampMinutes);
    return (long) (inRamp + full * (minutes - ramped)) + 1;
  }
}
