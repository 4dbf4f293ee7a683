package io.trafficgen.application.port;

import io.trafficgen.application.port.MailedToken.Purpose;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.PasswordHash;
import io.trafficgen.domain.audit.AuditEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * One-use secrets sent by mail, kept as hashes. A token is good until it is used, expires, is
 * replaced by a later one, or its account is disabled or has another e-mail.
 */
public interface MailedTokens {
  /** Keeps a token; the account's earlier one of the same purpose is good no more. */
  void issue(MailedToken token);

  /** The account that a token is good for. */
  Optional<AccountId> find(Purpose purpose, String hash, Instant now);

  /** Uses a token up and marks the account's e-mail as confirmed. */
  Optional<Account> confirmEmail(String hash, Instant now);

  /**
   * Uses a token up and sets the password; ends all sessions and revokes the API key.
   *
   * @param entry for the audit log
   * @return whose password it was; empty if the token is not good
   */
  Optional<AccountId> resetPassword(
      String hash, PasswordHash password, Instant now, Function<AccountId, AuditEntry> entry);
}
