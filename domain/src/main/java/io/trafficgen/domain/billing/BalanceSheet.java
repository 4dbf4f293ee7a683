package io.trafficgen.domain.billing;

import io.trafficgen.domain.money.Money;
import java.util.List;

/**
 * What an account owns.
 *
 * @param balance shown balance, in whole cents
 * @param debt owed after a reversal; blocks spending
 * @param lots open lots in spend order
 */
public record BalanceSheet(Money balance, Money debt, List<Lot> lots) {
  public BalanceSheet {
    lots = List.copyOf(lots);
  }

  /** Promised to open grants. */
  public Money held() {
    return lots.stream().map(Lot::held).reduce(Money.ZERO, Money::plus);
  }

  /** Visits that can still be granted. */
  public long affordableVisits() {
    return lots.stream().mapToLong(Lot::affordableVisits).sum();
  }
}
