package io.trafficgen.domain.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A half-open span of time inside one minute of the UTC clock, so that a host's budget for it is
 * one row.
 */
public record Window(Instant start, Instant end) {
  public Window {
    if (!start.isBefore(end)
        || end.isAfter(start.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60))) {
      throw new IllegalArgumentException("a window lies inside one minute: " + start + " " + end);
    }
  }

  /** From {@code now} to the end of its minute. */
  public static Window from(Instant now) {
    return new Window(now, now.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60));
  }

  /** The whole minute that this window is part of. */
  public Window minute() {
    return from(start.truncatedTo(ChronoUnit.MINUTES));
  }

  /** When the {@code number}-th (from 1) of {@code n} visits starts if they arrive evenly. */
  public Instant evenArrival(int number, int n) {
    return start.plus(Duration.between(start, end).multipliedBy(number - 1).dividedBy(n));
  }
}
