package io.trafficgen.web.shape;

import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * Commission on one payment, or what a reversal of it takes back.
 *
 * @param status one of the plan's two (2.B)
 */
public record EarningJson(
    UUID id, UUID referee, UUID transactionId, Money amount, String status, Instant createdAt) {
  public static EarningJson of(Earning earning) {
    return new EarningJson(
        earning.id(),
        earning.referee().value(),
        earning.transaction(),
        earning.amount(),
        earning.status().shown().wireName(),
        earning.createdAt());
  }
}
