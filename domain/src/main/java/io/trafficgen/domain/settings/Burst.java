package io.trafficgen.domain.settings;

import java.time.Duration;
import java.time.LocalTime;

/**
 * {@code scheduleMode: burst}: the visits of an active day come all together.
 *
 * @param visits {@code scheduleTrafficAmount}, at least 1
 * @param from {@code scheduleTime} on the clock of the project's zone
 * @param over {@code scheduleDuration}, at least a minute; the burst ends with its day
 */
public record Burst(int visits, LocalTime from, Duration over) {
  public Burst {
    if (visits < 1 || over.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException("a burst has a visit and lasts a minute");
    }
  }
}
