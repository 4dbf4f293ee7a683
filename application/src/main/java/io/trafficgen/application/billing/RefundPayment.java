package io.trafficgen.application.billing;

import io.trafficgen.application.ConflictException;
import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.PaymentDecision;
import io.trafficgen.application.port.Payments;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.billing.PaymentFile;
import io.trafficgen.domain.billing.PaymentStatus;
import io.trafficgen.domain.billing.ReceivedPayment;
import io.trafficgen.domain.billing.ReversalKind;
import io.trafficgen.domain.billing.Reversing;
import io.trafficgen.domain.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Announces a refund that an operator makes at the provider: booked at once, and not again when the
 * provider tells of the same amount.
 */
public final class RefundPayment {
  private final Payments payments;
  private final Crediting crediting;
  private final AuditTrail trail;

  public RefundPayment(Payments payments, Crediting crediting, AuditTrail trail) {
    this.payments = payments;
    this.crediting = crediting;
    this.trail = trail;
  }

  /**
   * Refunds a part, or all that is left.
   *
   * @return false if there is no such payment
   * @throws ConflictException if it was never credited, or the provider told of this refund first
   * @throws NotAllowedException if less is left of it
   */
  public boolean refund(UUID payment, Money amount, String reason, Actor actor) {
    return payments.decide(payment, file -> decide(file, amount, reason, actor)).isPresent();
  }

  private PaymentDecision<Boolean> decide(
      PaymentFile file, Money amount, String reason, Actor actor) {
    ReceivedPayment payment = file.payment();
    if (payment.status() != PaymentStatus.CREDITED) {
      throw new ConflictException(
          "the payment is " + payment.status().wireName() + ": return it instead");
    }
    if (file.isTold(amount)) {
      throw new ConflictException(
          "the provider told of a refund of this amount, and it is booked; another of the same is"
              + " booked when the provider tells of it");
    }
    if (amount.compareTo(payment.net()) > 0) {
      throw new NotAllowedException(
          "a refund is never above what is left of its payment",
          List.of(new Problem("/amount", "at most " + payment.net() + " EUR are left", "10.00")));
    }
    return PaymentDecision.by(
        trail.entry(
            actor, AuditAction.PAYMENT_REFUNDED, "payment:" + payment.id(), amount + " EUR"),
        true,
        Reversing.reverse(
            file,
            Optional.empty(),
            ReversalKind.REFUND,
            amount,
            reason,
            crediting.ids(),
            crediting.now()));
  }
}
