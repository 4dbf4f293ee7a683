package io.trafficgen.application.affiliate;

import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.EarningCredit;
import io.trafficgen.application.port.Earnings;
import io.trafficgen.domain.affiliate.EarningTotal;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.billing.Bonus;
import io.trafficgen.domain.billing.LedgerAccount;
import io.trafficgen.domain.billing.Wallet;
import io.trafficgen.domain.pricing.PricingCurve;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Turns the earnings of those who want it into a bonus of their own, without waiting (3.4). */
public final class CreditEarnings {
  private final Earnings earnings;
  private final PricingCurve curve;
  private final AuditTrail trail;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  public CreditEarnings(
      Earnings earnings,
      PricingCurve curve,
      AuditTrail trail,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.earnings = earnings;
    this.curve = curve;
    this.trail = trail;
    this.ids = ids;
    this.clock = clock;
  }

  public void credit() {
    earnings.creditable().forEach(affiliate -> earnings.credit(affiliate, this::bonus));
  }

  /** Nothing where reversals weigh more: the next commission pays them. */
  private Optional<EarningCredit> bonus(Wallet wallet, EarningTotal total) {
    if (!total.amount().isPositive()) {
      return Optional.empty();
    }
    AuditEntry entry =
        trail.entry(
            Actor.SYSTEM,
            AuditAction.EARNINGS_CREDITED,
            AuditEntry.subject(wallet.account()),
            total.amount() + " EUR");
    return Optional.of(
        new EarningCredit(
            Bonus.of(
                wallet,
                total.amount(),
                LedgerAccount.affiliatePayable(wallet.account()),
                "Commission",
                curve,
                ids,
                clock.instant().truncatedTo(ChronoUnit.MILLIS)),
            entry));
  }
}
