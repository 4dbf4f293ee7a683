package io.trafficgen.domain.billing;

import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.affiliate.EarningStatus;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** A dispute freezes what is left of a payment's lot and the commission on it (3.3). */
public final class Disputing {
  private Disputing() {}

  /** A dispute began. */
  public static PaymentChange begin(PaymentFile file, String disputeId) {
    List<Earning> held =
        file.earnings().stream()
            .filter(earning ->
                earning.status() == EarningStatus.PENDING
                    || earning.status() == EarningStatus.APPROVED)
            .map(earning -> earning.hold(Earning.DISPUTED))
            .toList();
    return new PaymentChange(
        file.payment().disputed(true),
        lot(file, true),
        Optional.empty(),
        List.of(new Dispute(disputeId, true)),
        held);
  }

  /**
   * A dispute was lost: the payer's bank took the money, or what was still left of it.
   *
   * @param reversalId the provider's identity of the chargeback
   * @param amount empty for all that is left
   */
  public static PaymentChange lose(
      PaymentFile file,
      String disputeId,
      String reversalId,
      Optional<Money> amount,
      Supplier<UUID> ids,
      Instant now) {
    Money net = file.payment().net();
    Money taken = amount.filter(asked -> asked.compareTo(net) < 0).orElse(net);
    if (!taken.isPositive()) {
      return end(file, disputeId, ids, now);
    }
    PaymentChange chargeback =
        Reversing.reverse(
            file, Optional.of(reversalId), ReversalKind.CHARGEBACK, taken, Reversal.TOLD, ids, now);
    return chargeback.then(end(file.after(chargeback), disputeId, ids, now));
  }

  /**
   * A dispute ended. Once none is open, what is left may be spent, and pays debts first; of one
   * that was never heard of, its end is noted.
   */
  public static PaymentChange end(
      PaymentFile file, String disputeId, Supplier<UUID> ids, Instant now) {
    boolean thaws =
        file.payment().disputed()
            && file.disputes().stream()
                .noneMatch(known -> known.open() && !known.providerId().equals(disputeId));
    Posting thawed = thaws ? lot(file, false) : Posting.NONE;
    Posting paid =
        file.wallet()
            .filter(wallet -> thaws)
            .map(wallet -> Debt.pay(wallet.after(thawed), ids, now))
            .orElse(Posting.NONE);
    List<Earning> released =
        file.earnings().stream()
            .filter(earning -> thaws && !thawed(earning).equals(earning))
            .map(Disputing::thawed)
            .toList();
    return new PaymentChange(
        file.payment().disputed(file.payment().disputed() && !thaws),
        thawed.plus(paid),
        Optional.empty(),
        List.of(new Dispute(disputeId, false)),
        released);
  }

  /** The earning without the hold of a dispute. */
  static Earning thawed(Earning earning) {
    return earning.holdReason().equals(Optional.of(Earning.DISPUTED)) ? earning.release() : earning;
  }

  private static Posting lot(PaymentFile file, boolean frozen) {
    return file.lot().map(lot -> Posting.changing(lot.freeze(frozen))).orElse(Posting.NONE);
  }
}
