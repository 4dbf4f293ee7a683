package io.trafficgen.domain.visit;

import java.time.Instant;
import java.util.Optional;

/**
 * A day of a project that was opened at some moment: a day entered late has only the visits that
 * are due after that, the first of them at once (engine page, 4.3).
 */
record OpenedDay(DayCourse course, Instant opened) {
  /** Visits due before {@code to}. */
  long due(Instant to) {
    Instant entered = later(course.start(), opened);
    if (!entered.isBefore(to)) {
      return 0;
    }
    boolean first =
        !opened.isBefore(course.start()) && course.isBusy(entered, entered.plusSeconds(1));
    return Math.max(first ? 1 : 0, course.before(to) - course.before(entered));
  }

  /** When the day's next visit is due at or after {@code from}, to the second. */
  Optional<Instant> next(Instant from) {
    long met = due(from);
    if (due(course.end()) == met) {
      return Optional.empty();
    }
    long low = 0;
    long high = course.end().getEpochSecond() - course.start().getEpochSecond() - 1;
    while (low < high) {
      long middle = (low + high) / 2;
      if (due(course.start().plusSeconds(middle + 1)) > met) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return Optional.of(later(from, course.start().plusSeconds(low)));
  }

  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
