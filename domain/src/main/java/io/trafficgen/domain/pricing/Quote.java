package io.trafficgen.domain.pricing;

import io.trafficgen.domain.money.Money;
import java.util.Optional;

/**
 * What an amount buys.
 *
 * @param visits whole visits, rounded down
 * @param pricePerVisit price of one visit at the tier that the amount reaches
 * @param priceVersion version of the curve that said so
 * @param next the next cheaper tier; empty at the last one
 */
public record Quote(
    Money amount, long visits, Money pricePerVisit, int priceVersion, Optional<NextTier> next) {
  /** The offer itself, without what a larger amount would bring. */
  public Quote alone() {
    return new Quote(amount, visits, pricePerVisit, priceVersion, Optional.empty());
  }

  /** Price of 1,000 visits. */
  public Money pricePerThousand() {
    return pricePerVisit.times(1000);
  }
}
