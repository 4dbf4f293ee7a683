package io.trafficgen.application.account;

import io.trafficgen.application.ConflictException;
import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.AccountChanges;
import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.visit.LiveEvent;

/**
 * Closes the caller's account for good. Its projects stop and its personal data go; money and
 * visits stay on record under its identity alone.
 */
public final class CloseAccount {
  private final AccountChanges changes;
  private final PasswordChecks passwords;
  private final LiveFeed feed;
  private final AuditTrail trail;

  public CloseAccount(
      AccountChanges changes, PasswordChecks passwords, LiveFeed feed, AuditTrail trail) {
    this.changes = changes;
    this.passwords = passwords;
    this.feed = feed;
    this.trail = trail;
  }

  /**
   * @throws io.trafficgen.application.WrongSecretException if the password is wrong
   * @throws ConflictException if no admin would be left
   */
  public void close(Account caller, String password, String address) {
    passwords.require(caller, password);
    AccountChanges.Result result =
        changes.close(
            caller.id(),
            trail.entry(
                Actor.of(caller.id(), address),
                AuditAction.ACCOUNT_CLOSED,
                AuditEntry.subject(caller.id()),
                ""),
            project ->
                feed.publish(
                    new LiveEvent.ProjectStopped(
                        caller.id(), project, StatusReason.USER.wireName())));
    if (result == AccountChanges.Result.LAST_ADMIN) {
      throw new ConflictException("the last admin stays: make somebody else an admin first");
    }
  }
}
