package io.trafficgen.application.affiliate;

import io.trafficgen.application.ConflictException;
import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.PayoutChange;
import io.trafficgen.application.port.Payouts;
import io.trafficgen.domain.affiliate.Payout;
import io.trafficgen.domain.affiliate.PayoutStatus;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.billing.PayingOut;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** An operator brings a payout into its next state; its earnings and the ledger follow. */
public final class MovePayout {
  private final Payouts payouts;
  private final AuditTrail trail;
  private final InstantSource clock;

  public MovePayout(Payouts payouts, AuditTrail trail, InstantSource clock) {
    this.payouts = payouts;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * @param note reference of the transfer, or reason
   * @return the payout afterwards; empty if there is none
   * @throws ConflictException if it cannot come into this state from its own
   */
  public Optional<Payout> move(UUID id, PayoutStatus to, Optional<String> note, Actor actor) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return payouts.decide(id, payout -> changed(payout, to, note, actor, now));
  }

  private PayoutChange changed(
      Payout payout, PayoutStatus to, Optional<String> note, Actor actor, Instant now) {
    Payout then =
        payout
            .become(to, note, now)
            .orElseThrow(() ->
                new ConflictException(
                    "a payout that is %s cannot become %s"
                        .formatted(payout.status().wireName(), to.wireName())));
    return new PayoutChange(
        then,
        PayingOut.journals(then),
        trail.entry(actor, PayoutTrail.action(to), PayoutTrail.subject(then), note.orElse("")));
  }
}
