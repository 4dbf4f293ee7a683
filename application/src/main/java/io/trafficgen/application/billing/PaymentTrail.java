package io.trafficgen.application.billing;

import io.trafficgen.domain.affiliate.TrackedEarning;
import io.trafficgen.domain.billing.Journal;
import io.trafficgen.domain.billing.PaymentFile;
import java.util.List;

/**
 * A payment with all that followed from it.
 *
 * @param journals the bookings about it, oldest first
 * @param earnings the commission on it, with the payouts that it went into
 */
public record PaymentTrail(
    PaymentFile file, List<Journal> journals, List<TrackedEarning> earnings) {
  public PaymentTrail {
    journals = List.copyOf(journals);
    earnings = List.copyOf(earnings);
  }
}
