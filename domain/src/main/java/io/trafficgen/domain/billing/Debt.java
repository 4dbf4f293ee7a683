package io.trafficgen.domain.billing;

import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** What is owed after a reversal of money already spent (3.3): paid lots pay it, as they can. */
public final class Debt {
  private Debt() {}

  /** Pays as much of the wallet's debt as its paid lots have free; the oldest pays first. */
  public static Posting pay(Wallet wallet, Supplier<UUID> ids, Instant now) {
    Posting paid = Posting.NONE;
    for (Lot lot : wallet.lots()) {
      Money left = wallet.debt().plus(paid.debt());
      Money part = takeable(lot, left);
      if (part.isPositive()) {
        paid =
            paid.plus(Posting.changing(lot.take(part)))
                .plus(Posting.counting(part.negated(), Money.ZERO))
                .plus(
                    Posting.of(
                        Journal.move(
                            "Debt paid",
                            LedgerAccount.wallet(wallet.account()),
                            LedgerAccount.debt(wallet.account()),
                            part)));
      }
    }
    return paid.plus(Dust.sweep(wallet.after(paid), changed(paid), ids, now));
  }

  private static List<LotId> changed(Posting posting) {
    return posting.changed().stream().map(Lot::id).toList();
  }

  /** What {@code wanted} takes of the lot: of a bonus, a frozen lot and what is held, nothing. */
  static Money takeable(Lot lot, Money wanted) {
    if (lot.kind() != LotKind.PAID || lot.frozen()) {
      return Money.ZERO;
    }
    return lot.available().compareTo(wanted) < 0 ? lot.available() : wanted;
  }
}
