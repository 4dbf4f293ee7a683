package io.trafficgen.application.affiliate;

import io.trafficgen.application.ConflictException;
import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.EarningRuling;
import io.trafficgen.application.port.Earnings;
import io.trafficgen.domain.affiliate.EarningFile;
import io.trafficgen.domain.affiliate.TrackedEarning;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.billing.Reviewing;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** An operator refuses commission, for example on somebody's own payments. */
public final class VoidEarning {
  private final Earnings earnings;
  private final AuditTrail trail;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  public VoidEarning(Earnings earnings, AuditTrail trail, Supplier<UUID> ids, InstantSource clock) {
    this.earnings = earnings;
    this.trail = trail;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param id of any row of the commission; all go along
   * @return the commission afterwards; empty if there is none
   * @throws ConflictException if it is in a payout, paid, or void already
   */
  public Optional<TrackedEarning> refuse(UUID id, String reason, Actor actor) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return earnings.decide(id, file -> refused(file, reason, actor, now));
  }

  private EarningRuling refused(EarningFile file, String reason, Actor actor, Instant now) {
    return new EarningRuling(
        Reviewing.forfeit(file, ids, now)
            .orElseThrow(
                () -> new ConflictException("a part of it is in a payout, paid or void already")),
        trail.entry(actor, AuditAction.EARNING_VOIDED, "earning:" + file.earning().id(), reason));
  }
}
