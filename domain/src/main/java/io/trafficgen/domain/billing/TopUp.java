package io.trafficgen.domain.billing;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.pricing.Quote;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An intent to pay: tells the payer what to write and what it will buy. No money moves by it.
 *
 * @param quote what the amount buys while the intent is unexpired
 * @param checkout where the order that was made for it at a provider is paid; empty without one
 */
public record TopUp(
    UUID id,
    AccountId account,
    TopUpReference reference,
    Quote quote,
    TopUpStatus status,
    Instant createdAt,
    Optional<URI> checkout) {
  private static final Duration LIFETIME = Duration.ofDays(14);

  public TopUp {
    quote = quote.alone();
  }

  /** Of an intent that has no order at a provider. */
  public TopUp(
      UUID id,
      AccountId account,
      TopUpReference reference,
      Quote quote,
      TopUpStatus status,
      Instant createdAt) {
    this(id, account, reference, quote, status, createdAt, Optional.empty());
  }

  /** The same intent with the order that was made for it, if one was. */
  public TopUp payableAt(Optional<URI> order) {
    return new TopUp(id, account, reference, quote, status, createdAt, order);
  }

  /** Until when the quote binds. */
  public Instant expiresAt() {
    return createdAt.plus(LIFETIME);
  }
}
