package io.trafficgen.domain.affiliate;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Commission on one payment; or, negative, what a reversal of the payment takes back.
 *
 * @param referee who paid
 * @param payment our identity of the payment
 * @param transaction the statement row of the payment, or of its reversal
 * @param basisPoints the rate at the time
 * @param reverses the earning that a negative one belongs to
 * @param holdReason why it is held, while it is
 * @param maturesAt when it can be approved
 */
public record Earning(
    UUID id,
    AccountId referrer,
    AccountId referee,
    UUID payment,
    UUID transaction,
    Money amount,
    int basisPoints,
    EarningStatus status,
    Optional<UUID> reverses,
    Optional<String> holdReason,
    Instant maturesAt,
    Instant createdAt) {
  /** How long a payment may go back before its commission can be paid out. */
  public static final Duration HOLD_PERIOD = Duration.ofDays(30);

  /** Held by a dispute of the payment, and free again when that is won. */
  public static final String DISPUTED = "the payment is disputed";

  /** An earning as its payment makes it. */
  public static Earning pending(
      UUID id,
      AccountId referrer,
      AccountId referee,
      UUID payment,
      UUID transaction,
      Money amount,
      CommissionRule rule,
      Instant at) {
    return new Earning(
        id,
        referrer,
        referee,
        payment,
        transaction,
        amount,
        rule.basisPoints(),
        EarningStatus.PENDING,
        Optional.empty(),
        Optional.empty(),
        at.plus(HOLD_PERIOD),
        at);
  }

  /**
   * What a reversal takes back. It goes the way of this earning while that is open, and is netted
   * in the next payout where this one is in a payout or paid.
   */
  public Earning reversal(UUID id, UUID transaction, Money amount, Instant at) {
    return new Earning(
        id,
        referrer,
        referee,
        payment,
        transaction,
        amount.negated(),
        basisPoints,
        status.isOpen() ? status : EarningStatus.APPROVED,
        Optional.of(this.id),
        status.isOpen() ? holdReason : Optional.empty(),
        maturesAt,
        at);
  }

  public Earning hold(String reason) {
    return with(EarningStatus.HELD, Optional.of(reason));
  }

  /** Free of its hold: pending, until it is mature. */
  public Earning release() {
    return with(EarningStatus.PENDING, Optional.empty());
  }

  public Earning with(EarningStatus status) {
    return with(status, Optional.empty());
  }

  private Earning with(EarningStatus status, Optional<String> holdReason) {
    return new Earning(
        id,
        referrer,
        referee,
        payment,
        transaction,
        amount,
        basisPoints,
        status,
        reverses,
        holdReason,
        maturesAt,
        createdAt);
  }
}
