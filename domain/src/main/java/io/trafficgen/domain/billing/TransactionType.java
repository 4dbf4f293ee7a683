package io.trafficgen.domain.billing;

import java.util.Locale;

/** Kinds of statement rows (plan 2.D). */
public enum TransactionType {
  CREDIT,
  DEBIT,
  BONUS,
  REFUND;

  /** The name on the wire and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static TransactionType ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
