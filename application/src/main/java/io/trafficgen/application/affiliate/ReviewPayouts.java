package io.trafficgen.application.affiliate;

import io.trafficgen.application.port.Payouts;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.affiliate.Payout;
import io.trafficgen.domain.affiliate.PayoutStatus;
import java.util.Optional;

/** Shows admins the payouts of all affiliates. */
public final class ReviewPayouts {
  private final Payouts payouts;

  public ReviewPayouts(Payouts payouts) {
    this.payouts = payouts;
  }

  /**
   * @param status empty for all
   */
  public Page<Payout> list(Optional<PayoutStatus> status, PageRequest request) {
    return payouts.list(status, request);
  }
}
