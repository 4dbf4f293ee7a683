package io.trafficgen.application.fake;

import io.trafficgen.application.port.Affiliates;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.AffiliateSummary;
import io.trafficgen.domain.affiliate.Earning;
import java.util.List;
import java.util.Optional;

/** Everybody's standing as a test says it, without a single earning. */
public final class ScriptedAffiliates implements Affiliates {
  private final AffiliateSummary summary;

  public ScriptedAffiliates(AffiliateSummary summary) {
    this.summary = summary;
  }

  @Override
  public AffiliateSummary summary(AccountId affiliate) {
    return summary;
  }

  @Override
  public Page<Earning> earnings(AccountId affiliate, PageRequest request) {
    return new Page<>(List.of(), Optional.empty());
  }
}
