package io.trafficgen.domain.billing;

import java.util.Locale;

/** Whether a payment arrived for a {@link TopUp}. */
public enum TopUpStatus {
  PENDING,
  COMPLETED;

  /** The name on the wire and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static TopUpStatus ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
