package io.trafficgen.web.shape;

import io.trafficgen.application.billing.PayableTopUp;
import io.trafficgen.domain.billing.TopUp;
import io.trafficgen.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An intent to pay. */
public record TopUpJson(
    UUID id,
    String reference,
    Money amount,
    long estimatedVisits,
    BigDecimal rate,
    int priceVersion,
    Optional<String> payUrl,
    Instant expiresAt,
    String status,
    Instant createdAt) {
  public static TopUpJson of(PayableTopUp payable) {
    TopUp topUp = payable.topUp();
    return new TopUpJson(
        topUp.id(),
        topUp.reference().value(),
        topUp.quote().amount(),
        topUp.quote().visits(),
        Rate.of(topUp.quote().pricePerThousand()),
        topUp.quote().priceVersion(),
        payable.payUrl(),
        topUp.expiresAt(),
        topUp.status().wireName(),
        topUp.createdAt());
  }
}
