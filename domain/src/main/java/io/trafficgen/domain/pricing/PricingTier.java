package io.trafficgen.domain.pricing;

import io.trafficgen.domain.money.Money;

/**
 * One step of a {@link PricingCurve}.
 *
 * @param from least deposit that reaches this tier, inclusive
 * @param pricePerVisit what one visit costs, for example 400 µ€ for 0.40 EUR per 1,000
 */
public record PricingTier(Money from, Money pricePerVisit) {
  public PricingTier {
    if (!from.isPositive() || !pricePerVisit.isPositive()) {
      throw new IllegalArgumentException("a tier needs a positive bound and price");
    }
  }

  /** Visits that {@code amount} buys at this tier's price. */
  public long visits(Money amount) {
    return amount.micros() / pricePerVisit.micros();
  }

  /** Price of 1,000 visits. */
  public Money pricePerThousand() {
    return pricePerVisit.times(1000);
  }
}
