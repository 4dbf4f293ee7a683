package io.trafficgen.application.billing;

import io.trafficgen.application.port.Payments;
import java.util.Optional;
import java.util.UUID;

/** Lets admins follow a payment, from the event that told of it to journals and commission. */
public final class ShowPayment {
  private final Payments payments;

  public ShowPayment(Payments payments) {
    this.payments = payments;
  }

  /** Empty if there is no such payment. */
  public Optional<PaymentTrail> show(UUID payment) {
    return payments.find(payment).map(file -> new PaymentTrail(file, payments.journals(payment)));
  }
}
