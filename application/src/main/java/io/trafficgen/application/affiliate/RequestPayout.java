package io.trafficgen.application.affiliate;

import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.PayoutChange;
import io.trafficgen.application.port.Payouts;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.EarningTotal;
import io.trafficgen.domain.affiliate.Payout;
import io.trafficgen.domain.affiliate.PayoutRule;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Asks for all approved earnings in money. */
public final class RequestPayout {
  private final Payouts payouts;
  private final PayoutRule rule;
  private final AuditTrail trail;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  public RequestPayout(
      Payouts payouts, PayoutRule rule, AuditTrail trail, Supplier<UUID> ids, InstantSource clock) {
    this.payouts = payouts;
    this.rule = rule;
    this.trail = trail;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param method where to pay, in the affiliate's words
   * @throws NotAllowedException if too little is approved
   */
  public Payout request(AccountId affiliate, Optional<String> method, String address) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return payouts.request(
        affiliate,
        approved -> {
          require(approved);
          Payout payout = Payout.requested(ids.get(), affiliate, approved, method, now);
          return new PayoutChange(
              payout,
              List.of(),
              trail.entry(
                  Actor.of(affiliate, address),
                  AuditAction.PAYOUT_REQUESTED,
                  PayoutTrail.subject(payout),
                  payout.amount() + " EUR"));
        });
  }

  private void require(EarningTotal approved) {
    Money missing = rule.missing(approved);
    if (missing.isPositive()) {
      String reason =
          "%s EUR are approved and %s are paid out at least: %s are missing"
              .formatted(approved.amount(), rule.minimum(), missing);
      throw new NotAllowedException(
          reason, List.of(new Problem("", reason, "earnings are approved 30 days after payment")));
    }
  }
}
