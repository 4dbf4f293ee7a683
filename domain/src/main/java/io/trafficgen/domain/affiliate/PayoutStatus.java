package io.trafficgen.domain.affiliate;

import io.trafficgen.domain.InvalidValueException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** States of a payout (billing page, 3.4). */
public enum PayoutStatus {
  /** The affiliate wants it. */
  REQUESTED,
  /** An operator agrees. */
  APPROVED,
  /** The money is on its way. */
  PROCESSING,
  /** The money did not arrive. */
  FAILED,
  PAID,
  REJECTED,
  CANCELLED;

  /**
   * What it may become. An operator who transfers by hand tells of the transfer once it is done, so
   * that processing may be left out; what was approved can be rejected while no money is on its
   * way.
   */
  public Set<PayoutStatus> next() {
    return switch (this) {
      case REQUESTED -> EnumSet.of(APPROVED, REJECTED, CANCELLED);
      case APPROVED -> EnumSet.of(PROCESSING, PAID, REJECTED);
      case PROCESSING -> EnumSet.of(PAID, FAILED);
      case FAILED -> EnumSet.of(APPROVED);
      case PAID, REJECTED, CANCELLED -> EnumSet.noneOf(PayoutStatus.class);
    };
  }

  /** Whether it keeps its earnings from any other payout. */
  public boolean isLive() {
    return !next().isEmpty();
  }

  /** What the earnings are that it took. */
  public EarningStatus ofEarnings() {
    return switch (this) {
      case REQUESTED, APPROVED, PROCESSING, FAILED -> EarningStatus.IN_PAYOUT;
      case PAID -> EarningStatus.PAID;
      case REJECTED, CANCELLED -> EarningStatus.APPROVED;
    };
  }

  /** The name on the wire and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static PayoutStatus ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }

  /** Reads what somebody typed. */
  public static PayoutStatus parse(String text) {
    List<String> names = Arrays.stream(values()).map(PayoutStatus::wireName).toList();
    if (!names.contains(text)) {
      throw new InvalidValueException(
          "", "must be one of " + String.join(", ", names), "requested");
    }
    return ofWireName(text);
  }
}
