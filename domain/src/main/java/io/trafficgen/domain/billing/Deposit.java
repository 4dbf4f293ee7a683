package io.trafficgen.domain.billing;

import io.trafficgen.domain.affiliate.CommissionRule;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.pricing.PricingCurve;
import io.trafficgen.domain.pricing.Quote;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Everything that crediting one payment changes: a lot at the price of the tier it reaches, a
 * statement row, the journals, the referrer's commission; a debt is paid first.
 *
 * @param payment our identity of the payment
 * @param transaction the statement row
 */
public record Deposit(UUID payment, LotId lot, UUID transaction, Posting posting) {
  /**
   * Credits {@code payment}.
   *
   * @param id our identity of the payment
   * @param from the ledger account on which the money waits
   * @param curve the prices that bind
   * @param ids where fresh identities come from
   */
  public static Deposit of(
      UUID id,
      Payment payment,
      LedgerAccount from,
      Wallet wallet,
      PricingCurve curve,
      CommissionRule commission,
      Supplier<UUID> ids,
      Instant now) {
    Quote quote = curve.quote(payment.amount());
    Lot lot =
        Lot.granted(
            new LotId(ids.get()),
            LotKind.PAID,
            payment.amount(),
            quote.pricePerVisit(),
            quote.priceVersion(),
            now);
    String name = "Payment " + payment.id() + " (" + payment.provider() + ")";
    Transaction row =
        new Transaction(ids.get(), TransactionType.CREDIT, payment.amount(), name, now);
    Posting credit =
        Posting.opening(lot)
            .plus(Posting.of(row))
            .plus(
                Posting.of(
                    Journal.move(
                            name, from, LedgerAccount.wallet(wallet.account()), payment.amount())
                        .about(id)));
    Posting posting = credit.plus(Debt.pay(wallet.after(credit), ids, now));
    return new Deposit(
        id,
        lot.id(),
        row.id(),
        posting.plus(commission(id, payment, row.id(), wallet, commission, ids, now)));
  }

  private static Posting commission(
      UUID id,
      Payment payment,
      UUID row,
      Wallet wallet,
      CommissionRule rule,
      Supplier<UUID> ids,
      Instant now) {
    if (wallet.referrer().isEmpty()) {
      return Posting.NONE;
    }
    Earning pending =
        Earning.pending(
            ids.get(),
            wallet.referrer().get(),
            wallet.account(),
            id,
            row,
            rule.of(payment.amount()),
            rule,
            now);
    Posting earning = Posting.of(wallet.referralDoubt().map(pending::hold).orElse(pending));
    if (pending.amount().isZero()) {
      return earning;
    }
    return earning.plus(
        Posting.of(
            Journal.move(
                    "Commission on payment " + payment.id() + " (" + payment.provider() + ")",
                    LedgerAccount.AFFILIATE_EXPENSE,
                    LedgerAccount.affiliatePayable(pending.referrer()),
                    pending.amount())
                .about(id)));
  }
}
