package io.trafficgen.application.port;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.Payment;
import io.trafficgen.domain.money.Money;
import java.util.Optional;
import java.util.UUID;

/**
 * Money that arrived for an account.
 *
 * @param event the inbox event that told of it
 * @param id our identity of the payment, if it is new
 * @param topUp the intent that it answers
 * @param priceVersion the prices that bind
 * @param doubt why a commission on it is held at first
 */
public record IncomingPayment(
    UUID event,
    UUID id,
    AccountId account,
    Optional<UUID> topUp,
    Payment payment,
    int priceVersion,
    Optional<String> doubt) {
  /** As the provider stated it. */
  public String stated() {
    return stated(payment.amount());
  }

  /** Euros, as providers state them. */
  public static String stated(Money euros) {
    return euros + " EUR";
  }
}
