package io.trafficgen.domain.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

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

  /** When {@code n} visits start if they arrive evenly, the first at once. */
  List<Instant> evenly(int n) {
    return IntStream.range(0, n)
        .mapToObj(i -> start.plus(length().multipliedBy(i).dividedBy(n)))
        .toList();
  }

  /** When {@code n} visits start if each comes at any moment, in order. */
  List<Instant> atRandom(int n, RandomGenerator random) {
    List<Instant> starts = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      starts.add(start.plusNanos((long) (random.nextDouble() * length().toNanos())));
    }
    return starts.stream().sorted().toList();
  }

  private Duration length() {
    return Duration.between(start, end);
  }
}
