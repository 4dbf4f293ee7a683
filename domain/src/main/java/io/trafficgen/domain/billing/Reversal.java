package io.trafficgen.domain.billing;

import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Money of a payment that went back.
 *
 * @param providerId the provider's identity of it; empty while an operator's refund is announced
 *     and the provider has not told of it
 * @param transaction its row of the statement; empty where the payment was never credited
 */
public record Reversal(
    UUID id,
    Optional<String> providerId,
    ReversalKind kind,
    Money amount,
    String reason,
    Optional<UUID> transaction,
    Instant createdAt) {
  /** The reason of one that nobody announced. */
  public static final String TOLD = "told by the provider";

  /** Told by the provider as well. */
  public Reversal confirmed(String providerId) {
    return new Reversal(id, Optional.of(providerId), kind, amount, reason, transaction, createdAt);
  }
}
