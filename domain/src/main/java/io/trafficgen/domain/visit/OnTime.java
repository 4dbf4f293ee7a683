package io.trafficgen.domain.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of visits that are due but could not start in time (engine page, 4.3). */
public final class OnTime {
  private static final long CATCH_UP_PERCENT = 125;

  private OnTime() {}

  /**
   * Visits announced ahead of their start at most, and what says so: what can start in two seconds
   * where they follow free slots; else what is left of the minute at 1.25 times the rate that is
   * allowed in it, so that a late pacer catches up no faster.
   *
   * @param allowed {@link Pace#allowance} at {@code now}
   */
  public static Allowance ahead(Pace pace, Allowance allowed, Instant now) {
    if (pace.closed()) {
      return new Allowance(pace.chunk(), Optional.of(BindingCap.SPEED));
    }
    Instant to = pace.window(now).end();
    long whole = Duration.between(pace.countedSince(now), to).toMillis();
    if (allowed.visits() == Long.MAX_VALUE || whole <= 0) {
      return allowed;
    }
    long left = Math.clamp(Duration.between(now, to).toMillis(), 0, whole);
    return new Allowance(
        Math.ceilDiv(allowed.visits() * CATCH_UP_PERCENT * left, 100 * whole), allowed.cap());
  }

  /**
   * What the course of the days has due between the two, a span for each day; nothing in the closed
   * model, which has no course. Neither ramp nor caps are asked: what they hold back is dropped.
   */
  public static List<DueSpan> due(Pace pace, Instant from, Instant to) {
    List<DueSpan> spans = new ArrayList<>();
    Instant end = pace.until().filter(to::isAfter).orElse(to);
    Instant at = OpenedDay.later(from, pace.opened());
    while (pace.concurrency() > 0 && !pace.closed() && at.isBefore(end)) {
      LocalDate day = pace.day(at);
      Instant next = pace.nextDay(at);
      Instant cut = next.isBefore(end) ? next : end;
      spans.add(new DueSpan(day, at, cut, due(pace, day, at, cut)));
      at = next;
    }
    return spans;
  }

  private static long due(Pace pace, LocalDate day, Instant from, Instant to) {
    return pace.course(day)
        .map(course -> new OpenedDay(course, pace.opened()))
        .map(opened -> opened.due(to) - opened.due(from))
        .orElse(0L);
  }
}
