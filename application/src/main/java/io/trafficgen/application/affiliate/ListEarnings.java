package io.trafficgen.application.affiliate;

import io.trafficgen.application.port.Affiliates;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.Earning;

/** Lists what an affiliate earned. */
public final class ListEarnings {
  private final Affiliates affiliates;

  public ListEarnings(Affiliates affiliates) {
    this.affiliates = affiliates;
  }

  public Page<Earning> list(AccountId affiliate, PageRequest request) {
    return affiliates.earnings(affiliate, request);
  }
}
