package io.trafficgen.domain.billing;

import io.trafficgen.domain.money.Money;

/** Least and most that one intent may be about. Payments themselves are never refused. */
public record PurchaseLimits(Money minimum, Money maximum) {
  public PurchaseLimits {
    if (!minimum.isPositive() || maximum.compareTo(minimum) < 0) {
      throw new IllegalArgumentException("0 < minimum <= maximum must hold");
    }
  }

  /** 10.00 to 1,000,000.00 EUR. */
  public static PurchaseLimits standard() {
    return new PurchaseLimits(Money.ofCents(10_00), Money.ofCents(1_000_000_00));
  }

  public boolean isBelow(Money amount) {
    return amount.compareTo(minimum) < 0;
  }

  public boolean isAbove(Money amount) {
    return amount.compareTo(maximum) > 0;
  }
}
