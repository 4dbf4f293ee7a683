package io.trafficgen.application.billing;

import io.trafficgen.application.port.IncomingPayment;
import io.trafficgen.application.port.PaymentDecision;
import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.application.port.Payments;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.application.port.WebhookInbox;
import io.trafficgen.application.port.WebhookInbox.Conclusion;
import io.trafficgen.domain.billing.Journal;
import io.trafficgen.domain.billing.LedgerAccount;
import io.trafficgen.domain.billing.Payment;
import io.trafficgen.domain.billing.PaymentFile;
import io.trafficgen.domain.billing.PaymentStatus;
import io.trafficgen.domain.billing.Posting;
import io.trafficgen.domain.billing.ReceivedPayment;
import io.trafficgen.domain.billing.Wallet;
import io.trafficgen.domain.money.Money;
import java.util.Optional;
import java.util.UUID;

/** Money that cannot be credited by itself: kept for an operator, never refused, never lost. */
final class ParkedMoney {
  private static final String NOBODY = "nobody is known to have made this payment";

  private final WebhookInbox inbox;
  private final Payments payments;
  private final Crediting crediting;

  ParkedMoney(WebhookInbox inbox, Payments payments, Crediting crediting) {
    this.inbox = inbox;
    this.payments = payments;
    this.crediting = crediting;
  }

  void park(WebhookEvent event, Payment payment) {
    park(
        event,
        payment.id(),
        Optional.of(payment.amount()),
        IncomingPayment.stated(payment.amount()),
        NOBODY);
  }

  void park(WebhookEvent event, PaymentNotice.Odd odd) {
    park(event, odd.paymentId(), odd.amount(), odd.stated(), odd.reason());
  }

  private void park(
      WebhookEvent event, String id, Optional<Money> amount, String stated, String reason) {
    ReceivedPayment payment =
        new ReceivedPayment(
            crediting.id(),
            event.provider(),
            id,
            amount,
            stated,
            PaymentStatus.PARKED,
            Optional.of(reason),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Money.ZERO,
            false,
            crediting.prices().current().version(),
            event.id(),
            crediting.now());
    Posting posting =
        amount
            .map(euros ->
                Posting.of(
                    Journal.move(
                            "Unmatched payment " + id + " (" + event.provider() + ")",
                            payment.clearing(),
                            LedgerAccount.UNMATCHED,
                            euros)
                        .about(payment.id())))
            .orElse(Posting.NONE);
    if (!payments.park(payment, posting)) {
      concludeKnown(event.id(), event.provider(), id, reason);
    }
  }

  /** A payment arrives again: parked, it may be the payer's by now; else it is a copy. */
  void again(IncomingPayment receipt) {
    Payment payment = receipt.payment();
    Optional<UUID> known = payments.find(payment.provider(), payment.id());
    boolean assigned =
        known
            .flatMap(id ->
                payments.decideFor(
                    id, receipt.account(), (file, wallet) -> assign(receipt, file, wallet)))
            .orElse(false);
    if (!assigned) {
      concludeKnown(receipt.event(), payment.provider(), payment.id(), "still parked");
    }
  }

  private PaymentDecision<Boolean> assign(
      IncomingPayment receipt, PaymentFile file, Wallet wallet) {
    ReceivedPayment payment = file.payment();
    boolean same = payment.amount().equals(Optional.of(receipt.payment().amount()));
    return AssignPayment.refusal(payment, Optional.empty()).isEmpty() && same
        ? PaymentDecision.by(
                receipt.event(),
                true,
                Optional.of(
                    crediting.assign(payment, wallet.doubting(receipt.doubt()), Optional.empty())))
            .ending(payment.event())
            .answering(receipt.topUp())
        : PaymentDecision.refuse(false);
  }

  private void concludeKnown(UUID event, String provider, String id, String reason) {
    boolean waits =
        payments
            .find(provider, id)
            .flatMap(payments::find)
            .filter(file -> file.payment().status() == PaymentStatus.PARKED)
            .filter(file -> file.payment().event().equals(event))
            .isPresent();
    inbox.conclude(
        event,
        waits ? Conclusion.PARKED : Conclusion.PROCESSED,
        waits ? reason : "told before of payment " + id);
  }
}
