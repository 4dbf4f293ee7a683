package io.trafficgen.application.affiliate;

import io.trafficgen.application.port.Earnings;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.affiliate.EarningStatus;
import io.trafficgen.domain.affiliate.TrackedEarning;
import java.util.Optional;
import java.util.UUID;

/** Shows admins the commission of all affiliates, held one above all. */
public final class ReviewEarnings {
  private final Earnings earnings;

  public ReviewEarnings(Earnings earnings) {
    this.earnings = earnings;
  }

  /**
   * @param status empty for all
   * @param payment only commission on this payment
   */
  public Page<TrackedEarning> list(
      Optional<EarningStatus> status, Optional<UUID> payment, PageRequest request) {
    return earnings.list(status, payment, request);
  }
}
