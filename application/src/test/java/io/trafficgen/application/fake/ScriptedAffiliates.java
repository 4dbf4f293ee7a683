package io.trafficgen.application.fake;

import io.trafficgen.application.port.Affiliates;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.affiliate.AffiliateSummary;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.audit.AuditEntry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** Everybody's standing as a test says it. */
public final class ScriptedAffiliates implements Affiliates {
  private final AtomicReference<AffiliateSummary> summary;
  private final List<Earning> earnings = new CopyOnWriteArrayList<>();

  public ScriptedAffiliates(AffiliateSummary summary) {
    this.summary = new AtomicReference<>(summary);
  }

  /** Adds an earning of everybody's. */
  public void add(Earning earning) {
    earnings.add(earning);
  }

  @Override
  public AffiliateSummary summary(AccountId affiliate) {
    return summary.get();
  }

  @Override
  public Page<Earning> earnings(AccountId affiliate, PageRequest request) {
    return NewestFirst.page(
        earnings.stream(), request, row -> new Position(row.createdAt(), row.id()));
  }

  @Override
  public boolean changeCode(AccountId affiliate, AffiliateCode code, AuditEntry entry) {
    summary.updateAndGet(old -> with(old, code, old.autoCredit()));
    return true;
  }

  @Override
  public void chooseAutoCredit(AccountId affiliate, boolean on, AuditEntry entry) {
    summary.updateAndGet(old -> with(old, old.code(), on));
  }

  private static AffiliateSummary with(AffiliateSummary old, AffiliateCode code, boolean credit) {
    return new AffiliateSummary(
        code,
        old.clicks(),
        old.signUps(),
        old.pending(),
        old.approved(),
        old.inPayout(),
        old.paid(),
        credit);
  }
}
