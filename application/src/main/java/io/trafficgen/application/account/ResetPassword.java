package io.trafficgen.application.account;

import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.MailedToken.Purpose;
import io.trafficgen.application.port.MailedTokens;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.Password;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Sets the password of who shows what was mailed. Whoever forgot it may also have lost it: sessions
 * end and the API key is revoked; the second factor stays.
 */
public final class ResetPassword {
  private final Accounts accounts;
  private final MailedTokens mailed;
  private final PasswordChecks passwords;
  private final AccountMails mails;
  private final AuditTrail trail;
  private final InstantSource clock;

  public ResetPassword(
      Accounts accounts,
      MailedTokens mailed,
      PasswordChecks passwords,
      AccountMails mails,
      AuditTrail trail,
      InstantSource clock) {
    this.accounts = accounts;
    this.mailed = mailed;
    this.passwords = passwords;
    this.mails = mails;
    this.trail = trail;
    this.clock = clock;
  }

  /** False if the token is unknown, used, replaced or too old. */
  public boolean reset(String token, Password password, String address) {
    String hash = OpaqueTokens.sha256(token);
    // Looked at first: a guess must not cost us the hashing of a password.
    if (mailed.find(Purpose.RESET_PASSWORD, hash, clock.instant()).isEmpty()) {
      return false;
    }
    Optional<Account> owner =
        mailed
            .resetPassword(
                hash,
                passwords.hashNew(password),
                clock.instant(),
                account ->
                    trail.entry(
                        Actor.stranger(address),
                        AuditAction.PASSWORD_RESET,
                        AuditEntry.subject(account),
                        "by mail"))
            .flatMap((AccountId account) -> accounts.find(account));
    owner.ifPresent(account -> mails.tell(account.email(), "your password was reset by mail"));
    return owner.isPresent();
  }
}
