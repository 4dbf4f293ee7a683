package io.trafficgen.domain.settings;

/** {@code schedulePattern}: the older name of {@code qa.arrival}, with fewer choices. */
enum SchedulePattern {
  EVEN,
  REALISTIC;

  Arrival arrival() {
    return switch (this) {
      case EVEN -> Arrival.EVEN;
      case REALISTIC -> Arrival.REALISTIC;
    };
  }
}
