package io.trafficgen.domain.safety;

import java.util.Locale;

/** What a kill switch stops. */
public enum KillScope {
  /** Every visit. */
  GLOBAL,
  /** Every project that names a page of a host. */
  HOST,
  ACCOUNT,
  PROJECT;

  /** The name on the wire and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static KillScope ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
