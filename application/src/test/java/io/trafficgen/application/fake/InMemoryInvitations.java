package io.trafficgen.application.fake;

import io.trafficgen.application.port.Invitation;
import io.trafficgen.application.port.Invitations;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.audit.AuditEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link Invitations} in memory. */
public final class InMemoryInvitations implements Invitations {
  private final InMemoryAccounts accounts;
  private final InMemoryAuditLog log;
  private final Map<String, Invitation> open = new HashMap<>();

  public InMemoryInvitations(InMemoryAccounts accounts, InMemoryAuditLog log) {
    this.accounts = accounts;
    this.log = log;
  }

  @Override
  public synchronized void add(Invitation invitation, AuditEntry entry) {
    open.put(invitation.hash(), invitation);
    log.append(entry);
  }

  @Override
  public synchronized Acceptance accept(String hash, Account account, Instant now) {
    boolean good =
        Optional.ofNullable(open.get(hash))
            .filter(invitation -> invitation.expiresAt().isAfter(now))
            .filter(invitation -> invitation.email().stream().allMatch(account.email()::equals))
            .isPresent();
    if (!good) {
      return Acceptance.NOT_GOOD;
    }
    if (!accounts.add(account)) {
      return Acceptance.EMAIL_TAKEN;
    }
    open.remove(hash);
    return Acceptance.ACCEPTED;
  }
}
