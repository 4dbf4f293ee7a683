package io.trafficgen.application.account;

import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.Invitation;
import io.trafficgen.application.port.Invitations;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Lets somebody sign up where registration takes an invitation. */
public final class InviteSomebody {
  private static final Duration LIFETIME = Duration.ofDays(7);

  private final Invitations invitations;
  private final AccountMails mails;
  private final OpaqueTokens tokens;
  private final AuditTrail trail;
  private final InstantSource clock;

  public InviteSomebody(
      Invitations invitations,
      AccountMails mails,
      OpaqueTokens tokens,
      AuditTrail trail,
      InstantSource clock) {
    this.invitations = invitations;
    this.mails = mails;
    this.tokens = tokens;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Makes a one-use code; it is mailed if {@code email} is given.
   *
   * @param email the only one that may use it; empty for whoever has the code
   */
  public IssuedInvitation invite(Optional<Email> email, AccountId admin, String address) {
    String code = tokens.fresh();
    Instant expiresAt = clock.instant().plus(LIFETIME).truncatedTo(ChronoUnit.MILLIS);
    String hash = tokens.hash(code);
    invitations.add(
        new Invitation(hash, email, admin, expiresAt),
        trail.entry(
            Actor.of(admin, address), AuditAction.INVITATION_MADE, "invitation:" + hash, ""));
    email.ifPresent(to -> mails.invite(to, code));
    return new IssuedInvitation(code, email, expiresAt);
  }
}
