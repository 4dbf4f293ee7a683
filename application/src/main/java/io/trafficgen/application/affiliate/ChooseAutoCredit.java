package io.trafficgen.application.affiliate;

import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.Affiliates;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.AffiliateSummary;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;

/** Lets an affiliate have earnings credited to the balance at once, or paid out on request. */
public final class ChooseAutoCredit {
  private final Affiliates affiliates;
  private final AuditTrail trail;

  public ChooseAutoCredit(Affiliates affiliates, AuditTrail trail) {
    this.affiliates = affiliates;
    this.trail = trail;
  }

  public AffiliateSummary choose(AccountId affiliate, boolean on, String address) {
    affiliates.chooseAutoCredit(
        affiliate,
        on,
        trail.entry(
            Actor.of(affiliate, address),
            AuditAction.AUTO_CREDIT_CHANGED,
            AuditEntry.subject(affiliate),
            on ? "on" : "off"));
    return affiliates.summary(affiliate);
  }
}
