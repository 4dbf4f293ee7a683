package io.trafficgen.application.port;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.audit.AuditEntry;

/** The one-use secret of the first start, kept as a hash. */
public interface AdminSecrets {
  /** Stores the hash unless one was stored before; says whether it did. */
  boolean offer(String hash);

  /**
   * Makes the account an admin and uses the secret up; false if it is wrong or was used.
   *
   * @param entry for the audit log, written if the secret is right
   */
  boolean claim(AccountId account, String hash, AuditEntry entry);
}
