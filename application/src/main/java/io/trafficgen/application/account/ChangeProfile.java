package io.trafficgen.application.account;

import io.trafficgen.application.ConflictException;
import io.trafficgen.application.WrongSecretException;
import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.AccountChanges;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.ProfileChange;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.PasswordHash;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes what an owner may change: contact details, and with the current password e-mail and
 * password. A new e-mail counts at once but has to be confirmed; a new password ends all sessions,
 * this one too.
 */
public final class ChangeProfile {
  private final Accounts accounts;
  private final AccountChanges changes;
  private final PasswordChecks passwords;
  private final AccountMails mails;
  private final AuditTrail trail;

  public ChangeProfile(
      Accounts accounts,
      AccountChanges changes,
      PasswordChecks passwords,
      AccountMails mails,
      AuditTrail trail) {
    this.accounts = accounts;
    this.changes = changes;
    this.passwords = passwords;
    this.mails = mails;
    this.trail = trail;
  }

  /**
   * @return the account as it is then; empty if it was closed meanwhile
   * @throws io.trafficgen.application.WrongSecretException if the current password is wrong
   * @throws ConflictException if another account has the e-mail
   */
  public Optional<Account> change(Account caller, ProfileDraft draft, String address) {
    if (draft.needsPassword()) {
      passwords.require(caller, draft.currentPassword().orElseThrow(ChangeProfile::missing));
    }
    Optional<Email> email = draft.email().filter(wanted -> !wanted.equals(caller.email()));
    Optional<PasswordHash> password = draft.password().map(passwords::hashNew);
    if (email.isPresent()) {
      mails.admit(caller);
    }
    Actor actor = Actor.of(caller.id(), address);
    List<AuditEntry> entries = new ArrayList<>();
    if (email.isPresent()) {
      entries.add(
          trail.entry(actor, AuditAction.EMAIL_CHANGED, AuditEntry.subject(caller.id()), ""));
    }
    if (password.isPresent()) {
      entries.add(
          trail.entry(actor, AuditAction.PASSWORD_CHANGED, AuditEntry.subject(caller.id()), ""));
    }
    ProfileChange change =
        new ProfileChange(draft.contact(), email, password, caller.passwordHash());
    return switch (changes.change(caller.id(), change, entries)) {
      case EMAIL_TAKEN -> throw new ConflictException("an account with this e-mail exists");
      case OUTDATED -> throw new WrongSecretException("the password was changed meanwhile");
      case DONE -> told(caller, email, password);
      case ABSENT, LAST_ADMIN -> Optional.empty();
    };
  }

  private Optional<Account> told(
      Account before, Optional<Email> email, Optional<PasswordHash> password) {
    Optional<Account> changed = accounts.find(before.id());
    if (email.isPresent()) {
      mails.tell(before.email(), "the e-mail of your account was changed");
      changed.ifPresent(mails::confirmEmail);
    }
    if (password.isPresent()) {
      mails.tell(email.orElse(before.email()), "your password was changed");
    }
    return changed;
  }

  private static InvalidValueException missing() {
    return new InvalidValueException(
        "/current_password", "is missing: e-mail and password change with it", "as you sign in");
  }
}
