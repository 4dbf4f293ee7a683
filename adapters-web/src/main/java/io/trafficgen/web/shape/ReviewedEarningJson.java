package io.trafficgen.web.shape;

import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.affiliate.TrackedEarning;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of commission as admins see it.
 *
 * @param status one of all its states
 * @param reverses of a negative row: what it takes back
 * @param maturesAt when it can be approved
 * @param creditId the statement row that credited it to the affiliate's balance
 */
public record ReviewedEarningJson(
    UUID id,
    UUID affiliate,
    UUID referee,
    UUID paymentId,
    UUID transactionId,
    Money amount,
    String status,
    Optional<String> holdReason,
    Optional<UUID> reverses,
    Instant maturesAt,
    Optional<UUID> payoutId,
    Optional<UUID> creditId,
    Instant createdAt) {
  public static ReviewedEarningJson of(TrackedEarning tracked) {
    Earning earning = tracked.earning();
    return new ReviewedEarningJson(
        earning.id(),
        earning.referrer().value(),
        earning.referee().value(),
        earning.payment(),
        earning.transaction(),
        earning.amount(),
        earning.status().wireName(),
        earning.holdReason(),
        earning.reverses(),
        earning.maturesAt(),
        tracked.payout(),
        tracked.credit(),
        earning.createdAt());
  }
}
