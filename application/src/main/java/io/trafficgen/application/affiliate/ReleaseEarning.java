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
import java.util.Optional;
import java.util.UUID;

/** An operator finds nothing wrong with commission that was held. */
public final class ReleaseEarning {
  private final Earnings earnings;
  private final AuditTrail trail;

  public ReleaseEarning(Earnings earnings, AuditTrail trail) {
    this.earnings = earnings;
    this.trail = trail;
  }

  /**
   * @param id of any row of the commission; all go along
   * @return the commission afterwards; empty if there is none
   * @throws ConflictException if it is not held, or by a dispute
   */
  public Optional<TrackedEarning> release(UUID id, Actor actor) {
    return earnings.decide(id, file -> released(file, actor));
  }

  private EarningRuling released(EarningFile file, Actor actor) {
    return new EarningRuling(
        Reviewing.release(file)
            .orElseThrow(() ->
                new ConflictException(
                    file.earning()
                        .holdReason()
                        .map(reason -> "it is held until this is over: " + reason)
                        .orElse("it is not held, but " + file.earning().status().wireName()))),
        trail.entry(actor, AuditAction.EARNING_RELEASED, "earning:" + file.earning().id(), ""));
  }
}
