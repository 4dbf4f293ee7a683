package io.trafficgen.application.billing;

import io.trafficgen.application.port.Earnings;
import io.trafficgen.application.port.Ledger;
import io.trafficgen.application.port.Payments;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.billing.PaymentFile;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets admins follow a payment: from the event that told of it to its lot, its journals, and its
 * commission with the payout that it left by.
 */
public final class ShowPayment {
  private static final PageRequest ALL = new PageRequest(100, Optional.empty());

  private final Payments payments;
  private final Ledger ledger;
  private final Earnings earnings;

  public ShowPayment(Payments payments, Ledger ledger, Earnings earnings) {
    this.payments = payments;
    this.ledger = ledger;
    this.earnings = earnings;
  }

  /** Empty if there is no such payment. */
  public Optional<PaymentTrail> show(UUID payment) {
    return payments.find(payment).map(this::trail);
  }

  private PaymentTrail trail(PaymentFile file) {
    UUID payment = file.payment().id();
    return new PaymentTrail(
        file,
        file.payment().lot().flatMap(ledger::lot),
        payments.journals(payment),
        earnings.list(Optional.empty(), Optional.of(payment), ALL).items());
  }
}
