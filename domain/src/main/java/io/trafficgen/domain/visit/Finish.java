package io.trafficgen.domain.visit;

import java.util.Locale;

/** How a project that goes on like this ends. */
public enum Finish {
  /** Its total target is delivered. */
  TARGET,
  /** Its expiry, or the end of its schedule, comes first. */
  EXPIRED,
  /** It has neither target nor end. */
  OPEN_ENDED,
  /** Its target lies more than {@link Forecast#HORIZON_DAYS} ahead. */
  BEYOND_HORIZON;

  /** The name on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
