package io.trafficgen.domain.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Visits and caps of the hours of some days, from the running hour on. */
final class HourlyTally {
  private final Instant start;
  private final long[] visits;
  private final List<CapTally> caps = new ArrayList<>();

  HourlyTally(Instant now, int days) {
    start = now.truncatedTo(ChronoUnit.HOURS);
    visits = new long[24 * days];
    for (int hour = 0; hour < visits.length; hour++) {
      caps.add(new CapTally());
    }
  }

  Instant end() {
    return start.plus(Duration.ofHours(visits.length));
  }

  /** A minute; one after the {@link #end()} is not told. */
  void add(Instant minute, long started, Optional<BindingCap> cap) {
    if (minute.isBefore(end())) {
      int hour = (int) ChronoUnit.HOURS.between(start, minute);
      visits[hour] += started;
      caps.get(hour).add(cap, 1);
    }
  }

  /**
   * The hours in order.
   *
   * @param after what binds an hour that was not reached any more
   */
  List<ForecastHour> toList(BindingCap after) {
    List<ForecastHour> hours = new ArrayList<>();
    for (int hour = 0; hour < visits.length; hour++) {
      hours.add(
          new ForecastHour(
              start.plus(Duration.ofHours(hour)),
              visits[hour],
              Optional.of(caps.get(hour).most().orElse(after))));
    }
    return hours;
  }
}
