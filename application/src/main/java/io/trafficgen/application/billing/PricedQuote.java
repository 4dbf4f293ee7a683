package io.trafficgen.application.billing;

import io.trafficgen.application.NotAllowedException;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.billing.PurchaseLimits;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.Quote;
import io.trafficgen.domain.safety.HostRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A quote as a buyer needs it.
 *
 * @param daysAtHostCap days that the visits take on one host at the standard cap, rounded up
 * @param minimum the least purchase, if the amount lies below it
 */
public record PricedQuote(Quote quote, long daysAtHostCap, Optional<Money> minimum) {
  static PricedQuote of(Quote quote, PurchaseLimits limits, String pointer) {
    if (limits.isAbove(quote.amount())) {
      throw aboveMaximum(limits, pointer);
    }
    long perDay = HostRule.STANDARD_PER_MINUTE * Duration.ofDays(1).toMinutes();
    return new PricedQuote(
        quote,
        Math.ceilDiv(quote.visits(), perDay),
        limits.isBelow(quote.amount()) ? Optional.of(limits.minimum()) : Optional.empty());
  }

  static NotAllowedException aboveMaximum(PurchaseLimits limits, String pointer) {
    return new NotAllowedException(
        "the amount is above the maximum purchase",
        List.of(
            new Problem(
                pointer, "at most " + limits.maximum() + " EUR can be bought at once", "500.00")));
  }
}
