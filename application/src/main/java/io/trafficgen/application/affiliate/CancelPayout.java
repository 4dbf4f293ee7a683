package io.trafficgen.application.affiliate;

import io.trafficgen.application.ConflictException;
import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.PayoutChange;
import io.trafficgen.application.port.Payouts;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.Payout;
import io.trafficgen.domain.affiliate.PayoutStatus;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes back a wish for money; the earnings are approved again. */
public final class CancelPayout {
  private final Payouts payouts;
  private final AuditTrail trail;
  private final InstantSource clock;

  public CancelPayout(Payouts payouts, AuditTrail trail, InstantSource clock) {
    this.payouts = payouts;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * @return the payout afterwards; empty if the affiliate has none such
   * @throws ConflictException if an operator has looked at it already
   */
  public Optional<Payout> cancel(AccountId affiliate, UUID id, String address) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return payouts
        .find(id)
        .filter(payout -> payout.affiliate().equals(affiliate))
        .flatMap(own -> payouts.decide(id, payout -> cancelled(payout, address, now)));
  }

  private PayoutChange cancelled(Payout payout, String address, Instant now) {
    Payout then =
        payout
            .become(PayoutStatus.CANCELLED, Optional.empty(), now)
            .orElseThrow(() ->
                new ConflictException(
                    "only a requested payout can be cancelled; this one is "
                        + payout.status().wireName()));
    return new PayoutChange(
        then,
        List.of(),
        trail.entry(
            Actor.of(payout.affiliate(), address),
            AuditAction.PAYOUT_CANCELLED,
            PayoutTrail.subject(then),
            ""));
  }
}
