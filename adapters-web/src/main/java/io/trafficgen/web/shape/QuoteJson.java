package io.trafficgen.web.shape;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.trafficgen.application.billing.PricedQuote;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.NextTier;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What an amount buys (billing page, 3.1).
 *
 * @param minimum stands only below the minimum purchase
 */
public record QuoteJson(
    long estimatedVisits,
    BigDecimal rate,
    Money amount,
    String currency,
    int priceVersion,
    long daysAtHostCap,
    Optional<Tier> nextTier,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Money> minimum) {
  public static QuoteJson of(PricedQuote priced) {
    return new QuoteJson(
        priced.quote().visits(),
        Rate.of(priced.quote().pricePerThousand()),
        priced.quote().amount(),
        "EUR",
        priced.quote().priceVersion(),
        priced.daysAtHostCap(),
        priced.quote().next().map(Tier::of),
        priced.minimum());
  }

  /** The next cheaper tier. */
  public record Tier(Money amount, BigDecimal rate, long visits, Money add) {
    static Tier of(NextTier next) {
      return new Tier(next.amount(), Rate.of(next.pricePerThousand()), next.visits(), next.add());
    }
  }
}
