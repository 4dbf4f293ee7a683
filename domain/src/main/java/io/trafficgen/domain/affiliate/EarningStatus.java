package io.trafficgen.domain.affiliate;

import io.trafficgen.domain.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** States of an earning (billing page, 3.4). */
public enum EarningStatus {
  /** The payment may still go back. */
  PENDING,
  /** An operator has to look at it. */
  HELD,
  /** Can be paid out. */
  APPROVED,
  IN_PAYOUT,
  PAID,
  /** Its payment went back before it was paid out, or an operator refused it. */
  VOIDED;

  /** The name in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static EarningStatus ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }

  /** Reads what somebody typed. */
  public static EarningStatus parse(String text) {
    List<String> names = Arrays.stream(values()).map(EarningStatus::wireName).toList();
    if (!names.contains(text)) {
      throw new InvalidValueException("", "must be one of " + String.join(", ", names), "held");
    }
    return ofWireName(text);
  }

  /** The plan's two states (2.B): everything before paid reads as pending. */
  public EarningStatus shown() {
    return this == PAID ? PAID : PENDING;
  }

  /** Whether no payout has it, and one may still. */
  public boolean isOpen() {
    return this == PENDING || this == HELD || this == APPROVED;
  }
}
