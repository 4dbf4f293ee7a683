package io.trafficgen.application.affiliate;

import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.Affiliates;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.affiliate.AffiliateSummary;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import java.util.random.RandomGenerator;

/** Gives an affiliate a fresh code; links with the earlier ones keep working. */
public final class ChangeCode {
  private final Affiliates affiliates;
  private final RandomGenerator random;
  private final AuditTrail trail;

  public ChangeCode(Affiliates affiliates, RandomGenerator random, AuditTrail trail) {
    this.affiliates = affiliates;
    this.random = random;
    this.trail = trail;
  }

  public AffiliateSummary change(AccountId affiliate, String address) {
    AuditEntry entry =
        trail.entry(
            Actor.of(affiliate, address),
            AuditAction.AFFILIATE_CODE_CHANGED,
            AuditEntry.subject(affiliate),
            "");
    while (!affiliates.changeCode(affiliate, AffiliateCode.random(random), entry)) {
      // Somebody has it: of a million millions the next one will do.
    }
    return affiliates.summary(affiliate);
  }
}
