package io.trafficgen.domain.pricing;

import io.trafficgen.domain.money.Money;

/**
 * The next cheaper tier, seen from an amount.
 *
 * @param amount least deposit of that tier
 * @param pricePerThousand what 1,000 visits cost there
 * @param visits what that least deposit buys
 * @param add what is missing to it
 */
public record NextTier(Money amount, Money pricePerThousand, long visits, Money add) {
  static NextTier of(PricingTier tier, Money from) {
    return new NextTier(
        tier.from(), tier.pricePerThousand(), tier.visits(tier.from()), tier.from().minus(from));
  }
}
