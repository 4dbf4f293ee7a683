package io.trafficgen.domain.settings;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The part of {@code qa} that says when visits may start.
 *
 * @param activeDays days of the project's zone on which it runs, at least one
 * @param ramp time from one visit a minute to the full rate, 0 to 24 hours
 * @param maxVisitsPerMinute at least 1; empty for no cap of its own
 * @param maxConcurrent visits under way at once at full {@code trafficSpeed}, 1 to 50
 */
public record Pacing(
    Arrival arrival,
    Set<DayOfWeek> activeDays,
    Duration ramp,
    OptionalInt maxVisitsPerMinute,
    int maxConcurrent) {
  public Pacing {
    Objects.requireNonNull(arrival, "arrival");
    Objects.requireNonNull(ramp, "ramp");
    activeDays = Collections.unmodifiableSet(EnumSet.copyOf(activeDays));
  }

  static Pacing read(FieldReader qa) {
    return new Pacing(
        qa.read("arrival", Arrival.EVEN, new Choice<>(Arrival.class)),
        qa.read("activeDays", ActiveDays.ALL, ActiveDays::parse),
        Duration.ofMinutes(qa.read("rampMinutes", 10, new WholeNumber(0, 1440))),
        qa.read(
            "maxVisitsPerMinute",
            OptionalInt.empty(),
            new WholeNumber(1, 1_000_000).andThen(OptionalInt::of)),
        qa.read("maxConcurrent", 5, new WholeNumber(1, 50)));
  }
}
