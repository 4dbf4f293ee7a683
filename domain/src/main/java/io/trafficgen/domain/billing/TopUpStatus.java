package io.trafficgen.domain.billing;

import java.util.Locale;

/** Whether a payment arrived for a {@link TopUp}; of two words the later in rank stays. */
public enum TopUpStatus {
  PENDING,
  /** An attempt failed; another may succeed. */
  FAILED,
  COMPLETED;

  /** The name on the wire and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static TopUpStatus ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
