package io.trafficgen.domain.billing;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Takes back what a payment brought (3.3): out of the rest of its lot, then of other paid lots,
 * then as a debt; the commission on it goes back as well.
 */
public final class Reversing {
  private final PaymentFile file;
  private final Reversal reversal;
  private final Supplier<UUID> ids;

  private Reversing(PaymentFile file, Reversal reversal, Supplier<UUID> ids) {
    this.file = file;
    this.reversal = reversal;
    this.ids = ids;
  }

  /**
   * @param providerId empty for a refund that an operator announces
   * @param amount positive, at most what is left of the payment
   */
  public static PaymentChange reverse(
      PaymentFile file,
      Optional<String> providerId,
      ReversalKind kind,
      Money amount,
      String reason,
      Supplier<UUID> ids,
      Instant now) {
    if (!amount.isPositive() || amount.compareTo(file.payment().net()) > 0) {
      throw new IllegalArgumentException("a reversal is never above what is left of its payment");
    }
    Reversal reversal =
        new Reversal(
            ids.get(),
            providerId,
            kind,
            amount,
            reason,
            file.wallet().map(owned -> ids.get()),
            now);
    Reversing reversing = new Reversing(file, reversal, ids);
    return file.wallet().map(reversing::ofCredited).orElseGet(reversing::ofParked);
  }

  private PaymentChange ofParked() {
    ReceivedPayment payment = file.payment().reversed(reversal.amount());
    Posting back =
        Posting.of(
            Journal.move(describe(), LedgerAccount.UNMATCHED, payment.clearing(), reversal.amount())
                .about(payment.id()));
    return new PaymentChange(
        payment.net().isZero() ? payment.returned() : payment,
        back,
        Optional.of(reversal),
        List.of(),
        List.of());
  }

  private PaymentChange ofCredited(Wallet wallet) {
    Posting taken = take(wallet);
    Posting swept =
        taken.plus(
            Dust.sweep(
                wallet.after(taken),
                taken.changed().stream().map(Lot::id).toList(),
                ids,
                reversal.createdAt()));
    CommissionReversal commission = CommissionReversal.of(file, reversal, ids);
    return new PaymentChange(
        file.payment().reversed(reversal.amount()),
        swept.plus(commission.posting()),
        Optional.of(reversal),
        List.of(),
        commission.changed());
  }

  private Posting take(Wallet wallet) {
    Posting taken = Posting.NONE;
    Money left = reversal.amount();
    for (Lot lot : ownFirst(wallet)) {
      Money part = isOwn(lot) ? least(lot.available(), left) : Debt.takeable(lot, left);
      if (part.isPositive()) {
        taken = taken.plus(Posting.changing(lot.take(part)));
        left = left.minus(part);
      }
    }
    Transaction row =
        new Transaction(
            reversal.transaction().orElseThrow(),
            TransactionType.REFUND,
            reversal.amount().negated(),
            describe(),
            reversal.createdAt());
    return taken
        .plus(Posting.counting(left, Money.ZERO))
        .plus(Posting.of(row))
        .plus(Posting.of(journal(wallet.account(), left)));
  }

  private Journal journal(AccountId account, Money owed) {
    Money paid = reversal.amount().minus(owed);
    List<Entry> entries = new ArrayList<>();
    if (paid.isPositive()) {
      entries.add(new Entry(LedgerAccount.wallet(account), paid.negated()));
    }
    if (owed.isPositive()) {
      entries.add(new Entry(LedgerAccount.debt(account), owed.negated()));
    }
    entries.add(new Entry(file.payment().clearing(), reversal.amount()));
    return new Journal(describe(), Optional.of(file.payment().id()), entries);
  }

  private List<Lot> ownFirst(Wallet wallet) {
    List<Lot> lots = new ArrayList<>(wallet.lots().stream().filter(this::isOwn).toList());
    wallet.lots().stream().filter(lot -> !isOwn(lot)).forEach(lots::add);
    return lots;
  }

  private boolean isOwn(Lot lot) {
    return file.payment().lot().equals(Optional.of(lot.id()));
  }

  private static Money least(Money one, Money other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private String describe() {
    String kind = reversal.kind() == ReversalKind.REFUND ? "Refund" : "Chargeback";
    ReceivedPayment payment = file.payment();
    return kind + " of payment " + payment.providerId() + " (" + payment.provider() + ")";
  }
}
