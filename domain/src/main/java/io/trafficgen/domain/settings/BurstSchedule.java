package io.trafficgen.domain.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * {@code scheduleMode} and what belongs to it. In continuous mode the other fields may keep what
 * they last held, zeros included; a burst needs an amount and a time.
 */
final class BurstSchedule {
  private static final int MAX_VISITS = 1_000_000;
  private static final int DAY_MINUTES = 1440;
  private static final int DEFAULT_MINUTES = 60;

  private BurstSchedule() {}

  static Optional<Burst> read(FieldReader fields) {
    ScheduleMode mode =
        fields.read("scheduleMode", ScheduleMode.CONTINUOUS, new Choice<>(ScheduleMode.class));
    return switch (mode) {
      case CONTINUOUS -> {
        fields.find("scheduleTrafficAmount", new WholeNumber(0, MAX_VISITS));
        fields.find("scheduleTime", ScheduleTime::parse);
        fields.find("scheduleDuration", new WholeNumber(0, DAY_MINUTES));
        yield Optional.empty();
      }
      case BURST -> burst(fields);
    };
  }

  private static Optional<Burst> burst(FieldReader fields) {
    Optional<Integer> visits =
        fields.require("scheduleTrafficAmount", "500", new WholeNumber(1, MAX_VISITS));
    int minutes = fields.read("scheduleDuration", DEFAULT_MINUTES, new WholeNumber(1, DAY_MINUTES));
    return fields
        .require("scheduleTime", ScheduleTime.EXAMPLE, ScheduleTime::parse)
        .flatMap(from -> visits.map(many -> new Burst(many, from, Duration.ofMinutes(minutes))));
  }
}
