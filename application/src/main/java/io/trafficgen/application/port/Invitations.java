package io.trafficgen.application.port;

import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.audit.AuditEntry;
import java.time.Instant;

/** One-use permissions to sign up, kept as hashes. */
public interface Invitations {
  /** What came of the wish to use one. */
  enum Acceptance {
    ACCEPTED,
    /** There is no such invitation, it was used, it is too old, or it is for another e-mail. */
    NOT_GOOD,
    /** Another account has the e-mail; the invitation stays good. */
    EMAIL_TAKEN
  }

  void add(Invitation invitation, AuditEntry entry);

  /** Adds the account and uses the invitation up, both or neither. */
  Acceptance accept(String hash, Account account, Instant now);
}
