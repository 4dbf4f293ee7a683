package io.trafficgen.domain.billing;

import io.trafficgen.domain.affiliate.Payout;
import io.trafficgen.domain.affiliate.PayoutStatus;
import java.util.List;

/** Payouts in the ledger: nothing moves before the money has left. */
public final class PayingOut {
  private PayingOut() {}

  /** What a payout books that has just become what it is. */
  public static List<Journal> journals(Payout payout) {
    return payout.status() == PayoutStatus.PAID
        ? List.of(
            Journal.move(
                    "Payout " + payout.id(),
                    LedgerAccount.affiliatePayable(payout.affiliate()),
                    LedgerAccount.clearing("payout"),
                    payout.amount())
                .about(payout.id()))
        : List.of();
  }
}
