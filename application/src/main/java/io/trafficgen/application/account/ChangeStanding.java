package io.trafficgen.application.account;

import io.trafficgen.application.ConflictException;
import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.AccountChanges;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.Role;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.visit.LiveEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What admins change about accounts: role, and whether anybody may use them. */
public final class ChangeStanding {
  private final Accounts accounts;
  private final AccountChanges changes;
  private final LiveFeed feed;
  private final AuditTrail trail;

  public ChangeStanding(
      Accounts accounts, AccountChanges changes, LiveFeed feed, AuditTrail trail) {
    this.accounts = accounts;
    this.changes = changes;
    this.feed = feed;
    this.trail = trail;
  }

  /**
   * Changes what is given. Disabling ends all sessions, revokes the API key and stops the projects
   * at once.
   *
   * @return the account as it is then; empty if there is none
   * @throws ConflictException if no admin would be left
   */
  public Optional<Account> change(
      AccountId id, Optional<Role> role, Optional<Boolean> disabled, Actor actor) {
    return switch (changes.changeStanding(
        id,
        role,
        disabled,
        before -> entries(before, role, disabled, actor),
        project ->
            feed.publish(
                new LiveEvent.ProjectStopped(id, project, StatusReason.USER.wireName())))) {
      case DONE -> accounts.find(id);
      case LAST_ADMIN ->
          throw new ConflictException("the last admin stays: make somebody else an admin first");
      case ABSENT, EMAIL_TAKEN, OUTDATED -> Optional.empty();
    };
  }

  private List<AuditEntry> entries(
      Account before, Optional<Role> role, Optional<Boolean> disabled, Actor actor) {
    List<AuditEntry> entries = new ArrayList<>();
    role.filter(wanted -> wanted != before.role())
        .ifPresent(wanted ->
            entries.add(
                trail.entry(
                    actor,
                    AuditAction.ROLE_CHANGED,
                    AuditEntry.subject(before.id()),
                    "to " + wanted.wireName())));
    disabled
        .filter(wanted -> wanted != before.isDisabled())
        .map(wanted -> wanted ? AuditAction.ACCOUNT_DISABLED : AuditAction.ACCOUNT_ENABLED)
        .ifPresent(
            action -> entries.add(trail.entry(actor, action, AuditEntry.subject(before.id()), "")));
    return entries;
  }
}
