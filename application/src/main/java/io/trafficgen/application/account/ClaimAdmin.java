package io.trafficgen.application.account;

import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.AdminSecrets;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;

/** Makes who knows the secret of the first start an admin, once. */
public final class ClaimAdmin {
  private final AdminSecrets secrets;
  private final AuditTrail trail;

  public ClaimAdmin(AdminSecrets secrets, AuditTrail trail) {
    this.secrets = secrets;
    this.trail = trail;
  }

  /** False if the secret is wrong or was used. */
  public boolean claim(AccountId account, String secret, String address) {
    return secrets.claim(
        account,
        OpaqueTokens.sha256(secret),
        trail.entry(
            Actor.of(account, address),
            AuditAction.ADMIN_CLAIMED,
            AuditEntry.subject(account),
            "with the secret of the first start"));
  }
}
