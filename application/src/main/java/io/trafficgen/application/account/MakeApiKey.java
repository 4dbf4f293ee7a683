package io.trafficgen.application.account;

import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.AccountChanges;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import java.util.Optional;

/** Makes the API key of an account; the one before is good no more. */
public final class MakeApiKey {
  private static final String PREFIX = "tg_";

  private final AccountChanges changes;
  private final OpaqueTokens tokens;
  private final AuditTrail trail;

  public MakeApiKey(AccountChanges changes, OpaqueTokens tokens, AuditTrail trail) {
    this.changes = changes;
    this.tokens = tokens;
    this.trail = trail;
  }

  /** The key: {@code tg_} and 256 random bits; it is shown this once, only its hash is kept. */
  public String make(AccountId account, String address) {
    String key = PREFIX + tokens.fresh();
    changes.changeApiKey(
        account,
        Optional.of(tokens.hash(key)),
        trail.entry(
            Actor.of(account, address), AuditAction.API_KEY_MADE, AuditEntry.subject(account), ""));
    return key;
  }
}
