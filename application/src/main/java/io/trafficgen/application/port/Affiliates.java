package io.trafficgen.application.port;

import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.affiliate.AffiliateSummary;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.audit.AuditEntry;

/** Affiliates: their codes, their wishes, and what they earned. */
public interface Affiliates {
  AffiliateSummary summary(AccountId affiliate);

  Page<Earning> earnings(AccountId affiliate, PageRequest request);

  /**
   * Gives the affiliate another code; earlier ones keep working.
   *
   * @return false if somebody has, or had, this code
   */
  boolean changeCode(AccountId affiliate, AffiliateCode code, AuditEntry entry);

  /** Says whether earnings are to be credited to the balance at once. */
  void chooseAutoCredit(AccountId affiliate, boolean on, AuditEntry entry);
}
