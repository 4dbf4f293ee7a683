package io.trafficgen.domain.billing;

import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.money.Rounding;

/**
 * Brings exact spending to the whole cents of the statement, so that the rows shown always add up
 * to the balance shown: credits are whole cents, and the debits shown are the ceiling of all that
 * was ever spent.
 */
public final class StatementRounding {
  private StatementRounding() {}

  /**
   * What the statement's debit row grows by, in whole cents, when {@code amount} is spent.
   *
   * @param spentBefore everything that the user had spent until then
   */
  public static Money shown(Money spentBefore, Money amount) {
    Money after = spentBefore.plus(amount).toCents(Rounding.CEILING);
    return after.minus(spentBefore.toCents(Rounding.CEILING));
  }
}
