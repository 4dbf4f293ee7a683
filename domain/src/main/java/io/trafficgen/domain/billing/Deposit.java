package io.trafficgen.domain.billing;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.CommissionRule;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.pricing.PricingCurve;
import io.trafficgen.domain.pricing.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Everything that one payment changes: a lot at the price of the tier it reaches, a statement row,
 * the journals, and the referrer's commission.
 */
public record Deposit(
    Payment payment,
    Lot lot,
    Transaction transaction,
    List<Journal> journals,
    Optional<Earning> earning) {
  public Deposit {
    journals = List.copyOf(journals);
  }

  /**
   * @param referrer who brought the account, if anyone
   * @param ids where fresh identities come from
   */
  public static Deposit of(
      AccountId account,
      Optional<AccountId> referrer,
      Payment payment,
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
    Transaction transaction =
        new Transaction(
            ids.get(),
            TransactionType.CREDIT,
            payment.amount(),
            "Payment " + payment.id() + " (" + payment.provider() + ")",
            now);
    List<Journal> journals = new ArrayList<>();
    journals.add(
        Journal.move(
            LedgerAccount.clearing(payment.provider()),
            LedgerAccount.wallet(account),
            payment.amount()));
    Optional<Earning> earning =
        referrer.map(affiliate ->
            Earning.pending(
                ids.get(),
                affiliate,
                account,
                transaction.id(),
                commission.of(payment.amount()),
                commission,
                now));
    earning.ifPresent(earned ->
        journals.add(
            Journal.move(
                LedgerAccount.AFFILIATE_EXPENSE,
                LedgerAccount.affiliatePayable(earned.referrer()),
                earned.amount())));
    return new Deposit(payment, lot, transaction, journals, earning);
  }
}
