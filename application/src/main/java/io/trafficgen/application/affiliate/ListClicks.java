package io.trafficgen.application.affiliate;

import io.trafficgen.application.port.ReferralClicks;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.ReferralClick;

/** Lists who followed an affiliate's links. */
public final class ListClicks {
  private final ReferralClicks clicks;

  public ListClicks(ReferralClicks clicks) {
    this.clicks = clicks;
  }

  public Page<ReferralClick> list(AccountId affiliate, PageRequest request) {
    return clicks.list(affiliate, request);
  }
}
