package io.trafficgen.domain.billing;

import java.util.Locale;

/** Where a lot came from; bonus lots are spent first. */
public enum LotKind {
  BONUS,
  PAID;

  /** The name on the wire and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static LotKind ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
