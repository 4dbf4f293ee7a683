package io.trafficgen.application.affiliate;

import io.trafficgen.application.port.Payouts;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.Payout;

/** Lists an affiliate's payouts. */
public final class ListPayouts {
  private final Payouts payouts;

  public ListPayouts(Payouts payouts) {
    this.payouts = payouts;
  }

  public Page<Payout> list(AccountId affiliate, PageRequest request) {
    return payouts.list(affiliate, request);
  }
}
