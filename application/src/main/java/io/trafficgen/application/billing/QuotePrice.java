package io.trafficgen.application.billing;

import io.trafficgen.application.NotAllowedException;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.billing.PurchaseLimits;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PricingCurve;

/** Tells how many visits an amount buys. */
public final class QuotePrice {
  private final PricingCurve curve;
  private final PurchaseLimits limits;

  public QuotePrice(PricingCurve curve, PurchaseLimits limits) {
    this.curve = curve;
    this.limits = limits;
  }

  /**
   * @throws InvalidValueException if the amount lies below the curve
   * @throws NotAllowedException above the maximum purchase
   */
  public PricedQuote quote(Money amount) {
    return PricedQuote.of(curve.quote(amount), limits, "/amount");
  }
}
