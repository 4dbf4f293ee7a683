package io.trafficgen.domain.affiliate;

import io.trafficgen.domain.money.Money;

/**
 * What is paid out.
 *
 * @param minimum less is not worth a transfer
 */
public record PayoutRule(Money minimum) {
  /** From 50.00 on (billing page, 3.4). */
  public static PayoutRule standard() {
    return new PayoutRule(Money.parse("50.00"));
  }

  /** What is missing for a payout; zero if nothing is. */
  public Money missing(EarningTotal approved) {
    Money missing = minimum.minus(approved.amount());
    return missing.isPositive() ? missing : Money.ZERO;
  }
}
