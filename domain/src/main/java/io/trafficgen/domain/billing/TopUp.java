package io.trafficgen.domain.billing;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.pricing.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * An intent to pay: tells the payer what to write and what it will buy. No money moves by it.
 *
 * @param quote what the amount buys while the intent is unexpired
 */
public record TopUp(
    UUID id,
    AccountId account,
    TopUpReference reference,
    Quote quote,
    TopUpStatus status,
    Instant createdAt) {
  private static final Duration LIFETIME = Duration.ofDays(14);

  public TopUp {
    quote = quote.alone();
  }

  /** Until when the quote binds. */
  public Instant expiresAt() {
    return createdAt.plus(LIFETIME);
  }
}
