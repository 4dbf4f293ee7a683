package io.trafficgen.application.billing;

import io.trafficgen.application.port.PaymentDecision;
import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.application.port.Payments;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.application.port.WebhookInbox;
import io.trafficgen.application.port.WebhookInbox.Conclusion;
import io.trafficgen.domain.billing.Disputing;
import io.trafficgen.domain.billing.PaymentChange;
import io.trafficgen.domain.billing.PaymentFile;
import io.trafficgen.domain.billing.PaymentStatus;
import io.trafficgen.domain.billing.Reversal;
import io.trafficgen.domain.billing.Reversing;
import io.trafficgen.domain.money.Money;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What follows a payment: refunds, chargebacks, disputes. Before the payment, they wait for it. */
final class PaymentSequels {
  private final WebhookInbox inbox;
  private final Payments payments;
  private final Crediting crediting;

  PaymentSequels(WebhookInbox inbox, Payments payments, Crediting crediting) {
    this.inbox = inbox;
    this.payments = payments;
    this.crediting = crediting;
  }

  /** Whether it is done, or why an operator has to look. */
  private record Verdict(Optional<String> problem) {
    static final Verdict DONE = new Verdict(Optional.empty());
  }

  void reverse(WebhookEvent event, PaymentNotice.Reversed notice) {
    follow(event, notice.paymentId(), file -> reversal(event.id(), file, notice));
  }

  void dispute(WebhookEvent event, PaymentNotice.Disputed notice) {
    follow(
        event,
        notice.paymentId(),
        file -> {
          boolean over =
              file.dispute(notice.disputeId()).isPresent()
                  || file.payment().status() == PaymentStatus.RETURNED
                  || file.isBack();
          return done(
              event.id(),
              over ? Optional.empty() : Optional.of(Disputing.begin(file, notice.disputeId())));
        });
  }

  void win(WebhookEvent event, PaymentNotice.DisputeWon notice) {
    follow(
        event,
        notice.paymentId(),
        file -> {
          boolean over =
              file.dispute(notice.disputeId()).filter(dispute -> !dispute.open()).isPresent();
          return done(
              event.id(),
              over
                  ? Optional.empty()
                  : Optional.of(
                      Disputing.end(file, notice.disputeId(), crediting.ids(), crediting.now())));
        });
  }

  private void follow(
      WebhookEvent event, String paymentId, Function<PaymentFile, PaymentDecision<Verdict>> rule) {
    Optional<Verdict> verdict =
        payments.find(event.provider(), paymentId).flatMap(id -> payments.decide(id, rule));
    if (verdict.isEmpty()) {
      inbox.retry(
          event.id(),
          "payment " + paymentId + " has not been heard of yet",
          Optional.of(paymentId),
          crediting.now());
    }
    verdict
        .flatMap(Verdict::problem)
        .ifPresent(problem -> inbox.conclude(event.id(), Conclusion.PARKED, problem));
  }

  private PaymentDecision<Verdict> reversal(
      UUID event, PaymentFile file, PaymentNotice.Reversed notice) {
    Optional<String> lost = PaymentNotice.Disputed.lostWith(notice.reversalId());
    if (file.reversal(notice.reversalId()).isPresent()
        || lost.flatMap(file::dispute).filter(dispute -> !dispute.open()).isPresent()) {
      return done(event, Optional.empty());
    }
    if (file.payment().amount().isEmpty()) {
      return ofUnknownAmount(event, file, notice);
    }
    return lost.isPresent()
        ? done(event, Optional.of(lose(file, lost.get(), notice)))
        : refund(event, file, notice);
  }

  private PaymentChange lose(PaymentFile file, String disputeId, PaymentNotice.Reversed notice) {
    return Disputing.lose(
        file, disputeId, notice.reversalId(), notice.amount(), crediting.ids(), crediting.now());
  }

  /** Nobody knows what a part of it is. */
  private static PaymentDecision<Verdict> ofUnknownAmount(
      UUID event, PaymentFile file, PaymentNotice.Reversed notice) {
    return notice.amount().isPresent()
        ? problem("a part of " + file.payment().stated() + " went back")
        : done(event, Optional.of(PaymentChange.of(file.payment().returned())));
  }

  private PaymentDecision<Verdict> refund(
      UUID event, PaymentFile file, PaymentNotice.Reversed notice) {
    Money net = file.payment().net();
    Money amount = notice.amount().orElse(net);
    if (amount.isZero()) {
      return done(event, Optional.empty());
    }
    Optional<Reversal> announced = file.announced(amount);
    if (announced.isPresent()) {
      return done(
          event,
          Optional.of(
              PaymentChange.confirming(file.payment(), announced.get(), notice.reversalId())));
    }
    if (amount.compareTo(net) > 0) {
      return problem(amount + " EUR went back, but only " + net + " EUR of it is left");
    }
    return done(
        event,
        Optional.of(
            Reversing.reverse(
                file,
                Optional.of(notice.reversalId()),
                notice.kind(),
                amount,
                Reversal.TOLD,
                crediting.ids(),
                crediting.now())));
  }

  private static PaymentDecision<Verdict> problem(String reason) {
    return PaymentDecision.refuse(new Verdict(Optional.of(reason)));
  }

  private static PaymentDecision<Verdict> done(UUID event, Optional<PaymentChange> change) {
    PaymentDecision<Verdict> decision = PaymentDecision.by(event, Verdict.DONE, change);
    // Of money that went back before it was credited, nothing is left for an operator.
    return change
        .map(PaymentChange::payment)
        .filter(payment -> payment.status() == PaymentStatus.RETURNED)
        .map(payment -> decision.ending(payment.event()))
        .orElse(decision);
  }
}
