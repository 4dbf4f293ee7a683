package io.trafficgen.domain.affiliate;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Earnings that an affiliate wants in money.
 *
 * @param earnings how many rows of commission it took, negative ones included
 * @param method where to pay, in the affiliate's words
 * @param note of a paid one the reference of the transfer, of a rejected or failed one the reason
 * @param changedAt when it became what it is
 */
public record Payout(
    UUID id,
    AccountId affiliate,
    Money amount,
    long earnings,
    Optional<String> method,
    PayoutStatus status,
    Optional<String> note,
    Instant createdAt,
    Instant changedAt) {
  /** A payout of all that is approved. */
  public static Payout requested(
      UUID id, AccountId affiliate, EarningTotal total, Optional<String> method, Instant at) {
    return new Payout(
        id,
        affiliate,
        total.amount(),
        total.count(),
        method,
        PayoutStatus.REQUESTED,
        Optional.empty(),
        at,
        at);
  }

  /** The payout in another state; empty where it cannot come into it. */
  public Optional<Payout> become(PayoutStatus next, Optional<String> note, Instant at) {
    return status.next().contains(next)
        ? Optional.of(
            new Payout(id, affiliate, amount, earnings, method, next, note, createdAt, at))
        : Optional.empty();
  }
}
