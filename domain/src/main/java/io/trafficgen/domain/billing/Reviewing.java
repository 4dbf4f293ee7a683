package io.trafficgen.domain.billing;

import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.affiliate.EarningFile;
import io.trafficgen.domain.affiliate.EarningStatus;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What an operator decides about commission that looks like fraud (3.4): all its rows go along. */
public final class Reviewing {
  private Reviewing() {}

  /**
   * Ends the hold; while the payment is disputed the dispute holds it on.
   *
   * @return empty unless it is held, and by something else than a dispute
   */
  public static Optional<EarningChange> release(EarningFile file) {
    boolean byDispute = file.earning().holdReason().equals(Optional.of(Earning.DISPUTED));
    if (file.earning().status() != EarningStatus.HELD || byDispute) {
      return Optional.empty();
    }
    List<Earning> free =
        file.rows().stream()
            .filter(row -> row.status() == EarningStatus.HELD)
            .map(row -> file.disputed() ? row.hold(Earning.DISPUTED) : row.release())
            .toList();
    return Optional.of(new EarningChange(free, Posting.NONE));
  }

  /**
   * Refuses the commission: what is left of it is taken back by a negative row, as a refund would,
   * and all rows are void. Nothing is earned on this payment any more, so a later refund takes
   * nothing back.
   *
   * @return empty unless all rows are open: what is in a payout, or paid, stands
   */
  public static Optional<EarningChange> forfeit(EarningFile file, Supplier<UUID> ids, Instant now) {
    if (file.rows().stream().anyMatch(row -> !row.status().isOpen())) {
      return Optional.empty();
    }
    List<Earning> voided = file.rows().stream().map(row -> row.with(EarningStatus.VOIDED)).toList();
    Money left = file.rows().stream().map(Earning::amount).reduce(Money.ZERO, Money::plus);
    return Optional.of(
        new EarningChange(
            voided, left.isZero() ? Posting.NONE : takeBack(file.earning(), left, ids, now)));
  }

  private static Posting takeBack(Earning earning, Money left, Supplier<UUID> ids, Instant now) {
    Earning back =
        earning.reversal(ids.get(), earning.transaction(), left, now).with(EarningStatus.VOIDED);
    return Posting.of(back)
        .plus(
            Posting.of(
                Journal.move(
                        "Commission refused",
                        LedgerAccount.affiliatePayable(earning.referrer()),
                        LedgerAccount.AFFILIATE_EXPENSE,
                        left)
                    .about(earning.payment())));
  }
}
