package io.trafficgen.domain.billing;

import java.util.Locale;

/** Where the money of a payment is. */
public enum PaymentStatus {
  /** On an account. */
  CREDITED,
  /** With us, but nobody's: an operator assigns or returns it. */
  PARKED,
  /** Back with its payer, without ever having been credited. */
  RETURNED;

  /** The name on the wire and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static PaymentStatus ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
