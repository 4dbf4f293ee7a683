package io.trafficgen.web.shape;

import io.trafficgen.domain.affiliate.Payout;
import io.trafficgen.domain.affiliate.PayoutStatus;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A payout as its affiliate sees it.
 *
 * @param earnings how many rows of commission it took
 * @param reference of the transfer, once it is paid
 * @param reason why it was rejected, or failed
 */
public record PayoutJson(
    UUID id,
    Money amount,
    long earnings,
    String status,
    Optional<String> method,
    Optional<String> reference,
    Optional<String> reason,
    Instant createdAt,
    Instant changedAt) {
  public static PayoutJson of(Payout payout) {
    return new PayoutJson(
        payout.id(),
        payout.amount(),
        payout.earnings(),
        payout.status().wireName(),
        payout.method(),
        payout.note().filter(note -> payout.status() == PayoutStatus.PAID),
        payout.note().filter(note -> payout.status() != PayoutStatus.PAID),
        payout.createdAt(),
        payout.changedAt());
  }
}
