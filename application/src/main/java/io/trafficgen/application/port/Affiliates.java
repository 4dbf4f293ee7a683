package io.trafficgen.application.port;

import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.AffiliateSummary;
import io.trafficgen.domain.affiliate.Earning;

/** What affiliates earned. */
public interface Affiliates {
  AffiliateSummary summary(AccountId affiliate);

  Page<Earning> earnings(AccountId affiliate, PageRequest request);
}
