package io.trafficgen.application.billing;

import io.trafficgen.application.port.Payments;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.billing.PaymentStatus;
import io.trafficgen.domain.billing.ReceivedPayment;
import java.util.Optional;

/** Shows admins the payments that arrived, newest first. */
public final class ListPayments {
  private final Payments payments;

  public ListPayments(Payments payments) {
    this.payments = payments;
  }

  /**
   * @param status empty for all
   */
  public Page<ReceivedPayment> list(Optional<PaymentStatus> status, PageRequest request) {
    return payments.list(status, request);
  }
}
