package io.trafficgen.domain.affiliate;

import java.util.Locale;

/** The plan's states of an earning (2.B). */
public enum EarningStatus {
  PENDING,
  PAID;

  /** The name on the wire and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static EarningStatus ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
