package io.trafficgen.domain.visit;

import java.util.Locale;

/** What keeps a project from running more visits now; in the order in which caps apply. */
public enum BindingCap {
  /** {@code trafficSpeed} is 0, or all slots are taken. */
  SPEED,
  /** Not an active day, outside the schedule or the burst, or an hour of weight 0. */
  SCHEDULE,
  /** {@code daily_limit}, or the visits of the burst, spread over the day. */
  DAILY_LIMIT,
  RAMP,
  MAX_VISITS_PER_MINUTE,
  SITE_TERMS,
  /** A host asked to be left alone for some time. */
  RETRY_AFTER,
  TOTAL_TARGET,
  HOST,
  FUNDS,
  /** No exit meets the wished country. */
  NO_EXIT;

  /** The name on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
