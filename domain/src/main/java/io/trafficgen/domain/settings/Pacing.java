package io.trafficgen.domain.settings;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * When visits may start, and how they are spread.
 *
 * @param arrival the law by which visits arrive
 * @param curve how a day's visits divide over its hours
 * @param varied whether the volume differs from day to day ({@code randomizeDailyVolume})
 * @param burst all visits of a day together; empty for visits all day long
 * @param notBefore {@code scheduleStart}; empty for at once
 * @param notAfter {@code scheduleEnd}: no visit from then on, the project is completed
 * @param activeDays days of the project's zone on which it runs, at least one
 * @param ramp time from one visit a minute to the full rate, 0 to 24 hours
 * @param maxVisitsPerMinute at least 1; empty for no cap of its own
 * @param maxConcurrent visits under way at once at full {@code trafficSpeed}, 1 to 50
 */
public record Pacing(
    Arrival arrival,
    HourlyCurve curve,
    boolean varied,
    Optional<Burst> burst,
    Optional<Instant> notBefore,
    Optional<Instant> notAfter,
    Set<DayOfWeek> activeDays,
    Duration ramp,
    OptionalInt maxVisitsPerMinute,
    int maxConcurrent) {
  public Pacing {
    Objects.requireNonNull(arrival, "arrival");
    Objects.requireNonNull(curve, "curve");
    Objects.requireNonNull(burst, "burst");
    Objects.requireNonNull(notBefore, "notBefore");
    Objects.requireNonNull(notAfter, "notAfter");
    Objects.requireNonNull(ramp, "ramp");
    activeDays = Collections.unmodifiableSet(EnumSet.copyOf(activeDays));
  }

  static Pacing read(FieldReader fields, FieldReader qa, ZoneId zone) {
    Optional<Instant> notBefore =
        fields.find("scheduleStart", value -> ScheduleDate.start(value, zone));
    return new Pacing(
        arrival(fields, qa),
        curve(fields, qa),
        fields.read("randomizeDailyVolume", false, ScalarForm::flag),
        BurstSchedule.read(fields),
        notBefore,
        fields.find("scheduleEnd", value -> ScheduleDate.end(value, zone, notBefore)),
        qa.read("activeDays", ActiveDays.ALL, ActiveDays::parse),
        Duration.ofMinutes(qa.read("rampMinutes", 10, new WholeNumber(0, 1440))),
        qa.read(
            "maxVisitsPerMinute",
            OptionalInt.empty(),
            new WholeNumber(1, 1_000_000).andThen(OptionalInt::of)),
        qa.read("maxConcurrent", 5, new WholeNumber(1, 50)));
  }

  /** {@code qa.arrival} wins over {@code schedulePattern}. */
  private static Arrival arrival(FieldReader fields, FieldReader qa) {
    SchedulePattern pattern =
        fields.read("schedulePattern", SchedulePattern.EVEN, new Choice<>(SchedulePattern.class));
    return qa.read("arrival", pattern.arrival(), new Choice<>(Arrival.class));
  }

  /** {@code qa.hourlyCurve} wins over {@code nightDayVolume}. */
  private static HourlyCurve curve(FieldReader fields, FieldReader qa) {
    boolean quietNights = fields.read("nightDayVolume", false, ScalarForm::flag);
    return qa.read(
        "hourlyCurve",
        quietNights ? HourlyCurve.standard() : HourlyCurve.flat(),
        HourlyWeights::parse);
  }
}
