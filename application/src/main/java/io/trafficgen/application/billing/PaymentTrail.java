package io.trafficgen.application.billing;

import io.trafficgen.domain.affiliate.TrackedEarning;
import io.trafficgen.domain.billing.Journal;
import io.trafficgen.domain.billing.Lot;
import io.trafficgen.domain.billing.PaymentFile;
import java.util.List;
import java.util.Optional;

/**
 * A payment with all that followed from it.
 *
 * @param lot what it bought
 * @param journals the bookings about it, oldest first
 * @param earnings commission on it, newest first, with what became of it
 */
public record PaymentTrail(
    PaymentFile file, Optional<Lot> lot, List<Journal> journals, List<TrackedEarning> earnings) {
  public PaymentTrail {
    journals = List.copyOf(journals);
    earnings = List.copyOf(earnings);
  }
}
