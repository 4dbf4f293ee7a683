package io.trafficgen.application.billing;

import io.trafficgen.domain.billing.Journal;
import io.trafficgen.domain.billing.PaymentFile;
import java.util.List;

/**
 * A payment with all that followed from it.
 *
 * @param journals the bookings about it, oldest first
 */
public record PaymentTrail(PaymentFile file, List<Journal> journals) {
  public PaymentTrail {
    journals = List.copyOf(journals);
  }
}
