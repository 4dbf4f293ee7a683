package io.trafficgen.domain.billing;

import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PricingCurve;
import io.trafficgen.domain.pricing.Quote;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/** Money given, not paid: a bonus lot, spent before all others and worth no commission. */
public final class Bonus {
  private Bonus() {}

  /**
   * @param from the ledger account that bears it
   * @param description what the statement says
   */
  public static Posting of(
      Wallet wallet,
      Money amount,
      LedgerAccount from,
      String description,
      PricingCurve curve,
      Supplier<UUID> ids,
      Instant now) {
    Quote quote = curve.quote(amount);
    return Posting.opening(
            Lot.granted(
                new LotId(ids.get()),
                LotKind.BONUS,
                amount,
                quote.pricePerVisit(),
                quote.priceVersion(),
                now))
        .plus(
            Posting.of(new Transaction(ids.get(), TransactionType.BONUS, amount, description, now)))
        .plus(
            Posting.of(
                Journal.move(description, from, LedgerAccount.bonus(wallet.account()), amount)));
  }
}
