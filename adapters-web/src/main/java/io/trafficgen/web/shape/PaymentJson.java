package io.trafficgen.web.shape;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.LotId;
import io.trafficgen.domain.billing.ReceivedPayment;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A payment as admins see it. */
public record PaymentJson(
    UUID id,
    String provider,
    String paymentId,
    Optional<Money> amount,
    String stated,
    String status,
    Optional<String> reason,
    Optional<UUID> userId,
    Optional<UUID> lotId,
    Optional<UUID> transactionId,
    Money reversed,
    boolean disputed,
    UUID eventId,
    Instant createdAt) {
  public static PaymentJson of(ReceivedPayment payment) {
    return new PaymentJson(
        payment.id(),
        payment.provider(),
        payment.providerId(),
        payment.amount(),
        payment.stated(),
        payment.status().wireName(),
        payment.reason(),
        payment.account().map(AccountId::value),
        payment.lot().map(LotId::value),
        payment.transaction(),
        payment.reversed(),
        payment.disputed(),
        payment.event(),
        payment.createdAt());
  }
}
