package io.trafficgen.application.affiliate;

import io.trafficgen.application.port.Affiliates;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.AffiliateSummary;

/** Shows an affiliate's standing. */
public final class ShowAffiliate {
  private final Affiliates affiliates;

  public ShowAffiliate(Affiliates affiliates) {
    this.affiliates = affiliates;
  }

  public AffiliateSummary show(AccountId affiliate) {
    return affiliates.summary(affiliate);
  }
}
