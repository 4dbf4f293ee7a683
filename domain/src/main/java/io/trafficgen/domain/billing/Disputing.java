package io.trafficgen.domain.billing;

import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.affiliate.EarningStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** A dispute freezes what is left of a payment's lot and the commission on it (3.3). */
public final class Disputing {
  private Disputing() {}

  public static PaymentChange freeze(PaymentFile file) {
    List<Earning> held =
        file.earnings().stream()
            .filter(earning ->
                earning.status() == EarningStatus.PENDING
                    || earning.status() == EarningStatus.APPROVED)
            .map(earning -> earning.hold(Earning.DISPUTED))
            .toList();
    return new PaymentChange(
        file.payment().disputed(true), lot(file, true), Optional.empty(), held);
  }

  /** The dispute was won: what is left may be spent, and pays debts first. */
  public static PaymentChange thaw(PaymentFile file, Supplier<UUID> ids, Instant now) {
    Posting thawed = lot(file, false);
    Posting paid =
        file.wallet().map(wallet -> Debt.pay(wallet.after(thawed), ids, now)).orElse(Posting.NONE);
    List<Earning> released =
        file.earnings().stream()
            .filter(earning -> !thawed(earning).equals(earning))
            .map(Disputing::thawed)
            .toList();
    return new PaymentChange(
        file.payment().disputed(false), thawed.plus(paid), Optional.empty(), released);
  }

  /** The earning without the hold of a dispute. */
  static Earning thawed(Earning earning) {
    return earning.holdReason().equals(Optional.of(Earning.DISPUTED)) ? earning.release() : earning;
  }

  private static Posting lot(PaymentFile file, boolean frozen) {
    return file.lot().map(lot -> Posting.changing(lot.freeze(frozen))).orElse(Posting.NONE);
  }
}
