package io.trafficgen.application.port;

import java.util.Optional;
import java.util.UUID;

/**
 * What a payment says about its payer, the surest first.
 *
 * @param intent identity of a top-up
 * @param reference text that may be, or hold, the reference of a top-up
 * @param user identity of an account
 * @param email believed only if exactly one account confirmed it
 */
public record PaymentHints(
    Optional<UUID> intent,
    Optional<String> reference,
    Optional<UUID> user,
    Optional<String> email) {
  /** Of a payment that says nothing. */
  public static PaymentHints none() {
    return new PaymentHints(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Of a payment that names its top-up's reference alone. */
  public static PaymentHints ofReference(String reference) {
    return new PaymentHints(
        Optional.empty(), Optional.of(reference), Optional.empty(), Optional.empty());
  }
}
