package io.trafficgen.domain.billing;

import io.trafficgen.domain.affiliate.CommissionRule;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.affiliate.EarningStatus;
import io.trafficgen.domain.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The commission's part of a reversal (3.4): C(net before) − C(net after), so that all parts
 * together take back exactly what was given.
 *
 * @param posting the negative earning, and its journal
 * @param changed known earnings as they are afterwards
 */
record CommissionReversal(Posting posting, List<Earning> changed) {
  private static final CommissionReversal NONE = new CommissionReversal(Posting.NONE, List.of());

  /**
   * @param thaws whether a dispute that held the commission ends by this reversal
   */
  static CommissionReversal of(
      PaymentFile file, Reversal reversal, boolean thaws, Supplier<UUID> ids) {
    return file.earning()
        // Void before the payment went back: an operator has refused it, see Reviewing.
        .filter(earning -> earning.status() != EarningStatus.VOIDED)
        .map(earning -> of(file, earning, reversal, thaws, ids))
        .orElse(NONE);
  }

  private static CommissionReversal of(
      PaymentFile file, Earning earning, Reversal reversal, boolean thaws, Supplier<UUID> ids) {
    CommissionRule rule = new CommissionRule(earning.basisPoints());
    Money net = file.payment().net();
    Money cut = rule.of(net).minus(rule.of(net.minus(reversal.amount())));
    boolean voids =
        net.equals(reversal.amount())
            && file.earnings().stream().allMatch(known -> known.status().isOpen());
    UnaryOperator<Earning> after =
        voids
            ? known -> known.with(EarningStatus.VOIDED)
            : thaws ? Disputing::thawed : UnaryOperator.identity();
    List<Earning> changed = new ArrayList<>();
    for (Earning known : file.earnings()) {
      Earning then = after.apply(known);
      if (!then.equals(known)) {
        changed.add(then);
      }
    }
    if (cut.isZero()) {
      return new CommissionReversal(Posting.NONE, changed);
    }
    Earning back =
        earning.reversal(
            ids.get(), reversal.transaction().orElseThrow(), cut, reversal.createdAt());
    return new CommissionReversal(
        Posting.of(after.apply(back))
            .plus(
                Posting.of(
                    Journal.move(
                            "Commission taken back",
                            LedgerAccount.affiliatePayable(earning.referrer()),
                            LedgerAccount.AFFILIATE_EXPENSE,
                            cut)
                        .about(file.payment().id()))),
        changed);
  }
}
