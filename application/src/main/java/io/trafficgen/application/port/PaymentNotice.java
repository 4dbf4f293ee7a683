package io.trafficgen.application.port;

import io.trafficgen.domain.billing.Payment;
import java.util.Optional;
import java.util.UUID;

/** What a provider's event means to us. */
public sealed interface PaymentNotice {
  /** Money arrived; the hints say for whom, the surest first. */
  record Paid(
      Payment payment,
      Optional<UUID> intent,
      Optional<String> reference,
      Optional<UUID> user,
      Optional<String> email)
      implements PaymentNotice {}

  /** Nothing that concerns money. */
  record Irrelevant(String reason) implements PaymentNotice {}

  /** Concerns money, but cannot be booked by itself: an operator decides. */
  record Unclear(String reason) implements PaymentNotice {}
}
