package io.trafficgen.domain.affiliate;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * Commission on one payment.
 *
 * @param referee who paid
 * @param transaction the statement row of the payment
 * @param basisPoints the rate at the time
 */
public record Earning(
    UUID id,
    AccountId referrer,
    AccountId referee,
    UUID transaction,
    Money amount,
    int basisPoints,
    EarningStatus status,
    Instant createdAt) {
  /** An earning as its payment makes it. */
  public static Earning pending(
      UUID id,
      AccountId referrer,
      AccountId referee,
      UUID transaction,
      Money amount,
      CommissionRule rule,
      Instant at) {
    return new Earning(
        id, referrer, referee, transaction, amount, rule.basisPoints(), EarningStatus.PENDING, at);
  }
}
