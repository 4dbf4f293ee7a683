package io.trafficgen.domain.billing;

import java.util.Locale;

/** Where a provider's event is on its way (3.3). */
public enum EventState {
  RECEIVED,
  PROCESSING,
  PROCESSED,
  IGNORED,
  /** An operator decides. */
  PARKED,
  /** To be tried again. */
  FAILED,
  /** Tried too often. */
  DEAD;

  /** Whether it will be worked on without anybody's asking. */
  public boolean isOpen() {
    return this == RECEIVED || this == PROCESSING || this == FAILED;
  }

  /** The name on the wire and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static EventState ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
