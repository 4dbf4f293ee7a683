package io.trafficgen.domain.billing;

import io.trafficgen.domain.money.Money;
import java.util.List;

/** One booking of the ledger, in euros: what leaves accounts arrives at others (3.5, I2). */
public record Journal(List<Entry> entries) {
  public Journal {
    entries = List.copyOf(entries);
    Money sum = entries.stream().map(Entry::amount).reduce(Money.ZERO, Money::plus);
    if (!sum.isZero()) {
      throw new IllegalArgumentException("a journal sums to zero, not to " + sum);
    }
  }

  /** Moves {@code amount} from one account to another. */
  public static Journal move(LedgerAccount from, LedgerAccount to, Money amount) {
    return new Journal(List.of(new Entry(from, amount.negated()), new Entry(to, amount)));
  }
}
