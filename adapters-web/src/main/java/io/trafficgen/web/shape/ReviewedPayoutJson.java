package io.trafficgen.web.shape;

import io.trafficgen.domain.affiliate.Payout;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A payout as admins see it: as {@link PayoutJson}, and whose it is. */
public record ReviewedPayoutJson(
    UUID id,
    UUID affiliate,
    Money amount,
    long earnings,
    String status,
    Optional<String> method,
    Optional<String> reference,
    Optional<String> reason,
    Instant createdAt,
    Instant changedAt) {
  public static ReviewedPayoutJson of(Payout payout) {
    PayoutJson shown = PayoutJson.of(payout);
    return new ReviewedPayoutJson(
        shown.id(),
        payout.affiliate().value(),
        shown.amount(),
        shown.earnings(),
        shown.status(),
        shown.method(),
        shown.reference(),
        shown.reason(),
        shown.createdAt(),
        shown.changedAt());
  }
}
