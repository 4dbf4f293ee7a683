package io.trafficgen.application.port;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.Earning;

/** What affiliates earned. */
public interface Affiliates {
  AffiliateSummary summary(AccountId affiliate);

  Page<Earning> earnings(AccountId affiliate, PageRequest request);
}
