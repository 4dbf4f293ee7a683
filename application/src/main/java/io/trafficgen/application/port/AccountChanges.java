package io.trafficgen.application.port;

import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.Role;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.project.ProjectId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Changes of accounts, each together with its entries in the audit log. */
public interface AccountChanges {
  /** What came of a change. */
  enum Result {
    DONE,
    /** There is no such account, or it is closed. */
    ABSENT,
    /** Another account has the e-mail. */
    EMAIL_TAKEN,
    /** No admin who can sign in would be left. */
    LAST_ADMIN,
    /** What opens the account was to change, and its password is no more the one that was shown. */
    OUTDATED
  }

  /**
   * A new e-mail is unconfirmed, tokens mailed to the old one die; a new password ends all
   * sessions.
   */
  Result change(AccountId id, ProfileChange change, List<AuditEntry> entries);

  /**
   * Sets the API key; the one before is good no more.
   *
   * @param hash of the key; empty for none
   */
  void changeApiKey(AccountId id, Optional<String> hash, AuditEntry entry);

  /**
   * Sets role and ban, where given. Disabling ends all sessions, revokes the API key and mailed
   * tokens, and stops the active projects.
   *
   * @param entries given the account as it was
   * @param stopped told which projects were stopped, after the change is durable
   */
  Result changeStanding(
      AccountId id,
      Optional<Role> role,
      Optional<Boolean> disabled,
      Function<Account, List<AuditEntry>> entries,
      Consumer<ProjectId> stopped);

  /**
   * Closes an account for good: sessions, key, tokens and personal data go, its active projects are
   * stopped, its e-mail is free again; money and visits stay on record.
   *
   * @param stopped told which projects were stopped, after the change is durable
   */
  Result close(AccountId id, AuditEntry entry, Consumer<ProjectId> stopped);
}
