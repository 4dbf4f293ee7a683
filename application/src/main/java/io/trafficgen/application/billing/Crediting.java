package io.trafficgen.application.billing;

import io.trafficgen.application.port.IncomingPayment;
import io.trafficgen.domain.affiliate.CommissionRule;
import io.trafficgen.domain.billing.Assigning;
import io.trafficgen.domain.billing.Deposit;
import io.trafficgen.domain.billing.LedgerAccount;
import io.trafficgen.domain.billing.PaymentChange;
import io.trafficgen.domain.billing.ReceivedPayment;
import io.trafficgen.domain.billing.TopUp;
import io.trafficgen.domain.billing.Wallet;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PriceList;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The terms at which money is credited.
 *
 * @param prices a payment is priced at its intent's, while that binds
 */
public record Crediting(
    PriceList prices, CommissionRule commission, Supplier<UUID> ids, InstantSource clock) {
  UUID id() {
    return ids.get();
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The prices that bind for a payment that arrives now. */
  int priceVersion(Optional<TopUp> answered) {
    return answered
        .filter(topUp -> now().isBefore(topUp.expiresAt()))
        .map(topUp -> topUp.quote().priceVersion())
        .orElse(prices.current().version());
  }

  Deposit deposit(Wallet wallet, IncomingPayment receipt, Instant now) {
    return Deposit.of(
        receipt.id(),
        receipt.payment(),
        LedgerAccount.clearing(receipt.payment().provider()),
        wallet.doubting(receipt.doubt()),
        prices.version(receipt.priceVersion()),
        commission,
        ids,
        now);
  }

  /**
   * Credits parked money at the prices of its receipt.
   *
   * @param euros what arrived, where the payment does not say it in euros
   */
  PaymentChange assign(ReceivedPayment payment, Wallet wallet, Optional<Money> euros) {
    return Assigning.assign(
        payment, wallet, euros, prices.version(payment.priceVersion()), commission, ids, now());
  }
}
