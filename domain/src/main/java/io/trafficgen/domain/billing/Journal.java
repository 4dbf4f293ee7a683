package io.trafficgen.domain.billing;

import io.trafficgen.domain.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One booking of the ledger, in euros: what leaves accounts arrives at others (3.5, I2).
 *
 * @param cause what was booked, for people who read the ledger
 * @param subject the payment or payout that it is about
 */
public record Journal(String cause, Optional<UUID> subject, List<Entry> entries) {
  public Journal {
    entries = List.copyOf(entries);
    Money sum = entries.stream().map(Entry::amount).reduce(Money.ZERO, Money::plus);
    if (!sum.isZero()) {
      throw new IllegalArgumentException("a journal sums to zero, not to " + sum);
    }
  }

  /** Moves {@code amount} from one account to another. */
  public static Journal move(String cause, LedgerAccount from, LedgerAccount to, Money amount) {
    return new Journal(
        cause, Optional.empty(), List.of(new Entry(from, amount.negated()), new Entry(to, amount)));
  }

  /** The same booking, about a payment or payout. */
  public Journal about(UUID subject) {
    return new Journal(cause, Optional.of(subject), entries);
  }
}
