package io.trafficgen.application.account;

import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.AccountChanges;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import java.util.Optional;

/** Makes the API key of an account useless at once; one without a key stays as it is. */
public final class RevokeApiKey {
  private final AccountChanges changes;
  private final AuditTrail trail;

  public RevokeApiKey(AccountChanges changes, AuditTrail trail) {
    this.changes = changes;
    this.trail = trail;
  }

  public void revoke(AccountId account, String address) {
    changes.changeApiKey(
        account,
        Optional.empty(),
        trail.entry(
            Actor.of(account, address),
            AuditAction.API_KEY_REVOKED,
            AuditEntry.subject(account),
            ""));
  }
}
