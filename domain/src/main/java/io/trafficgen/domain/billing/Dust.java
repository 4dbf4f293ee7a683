package io.trafficgen.domain.billing;

import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Supplier;

/** Sweeps rests of lots that buy no visit any more (3.2); the statement shows them as spent. */
public final class Dust {
  private Dust() {}

  /** Sweeps those of the wallet's lots that are named. */
  static Posting sweep(Wallet wallet, Collection<LotId> lots, Supplier<UUID> ids, Instant now) {
    Posting swept = Posting.NONE;
    for (Lot lot : wallet.lots()) {
      if (lots.contains(lot.id()) && lot.dust().isPositive()) {
        swept = swept.plus(sweep(wallet.after(swept), lot, ids, now));
      }
    }
    return swept;
  }

  private static Posting sweep(Wallet wallet, Lot lot, Supplier<UUID> ids, Instant now) {
    Money dust = lot.dust();
    Posting swept =
        Posting.changing(lot.withoutDust())
            .plus(Posting.counting(Money.ZERO, dust))
            .plus(
                Posting.of(
                    Journal.move(
                        "Rest of a lot",
                        LedgerAccount.of(wallet.account(), lot.kind()),
                        LedgerAccount.ROUNDING,
                        dust)));
    Money shown = StatementRounding.shown(wallet.spent(), dust);
    return shown.isZero()
        ? swept
        : swept.plus(
            Posting.of(
                new Transaction(
                    ids.get(),
                    TransactionType.DEBIT,
                    shown.negated(),
                    "Rest of a lot that buys no visit",
                    now)));
  }
}
