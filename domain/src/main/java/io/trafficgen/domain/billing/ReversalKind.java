package io.trafficgen.domain.billing;

import java.util.Locale;

/** Why money of a payment went back: given by us, or taken by the payer's bank. */
public enum ReversalKind {
  REFUND,
  CHARGEBACK;

  /** The name on the wire and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ReversalKind ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
