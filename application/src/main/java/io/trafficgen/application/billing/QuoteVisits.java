package io.trafficgen.application.billing;

import io.trafficgen.application.NotAllowedException;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.billing.PurchaseLimits;
import io.trafficgen.domain.pricing.PricingCurve;

/** Tells the least amount that buys a number of visits. */
public final class QuoteVisits {
  private final PricingCurve curve;
  private final PurchaseLimits limits;

  public QuoteVisits(PricingCurve curve, PurchaseLimits limits) {
    this.curve = curve;
    this.limits = limits;
  }

  /**
   * @throws InvalidValueException if the number is not positive
   * @throws NotAllowedException above the maximum purchase
   */
  public PricedQuote quote(long visits) {
    return PricedQuote.of(curve.quoteVisits(visits), limits, "/visits");
  }
}
