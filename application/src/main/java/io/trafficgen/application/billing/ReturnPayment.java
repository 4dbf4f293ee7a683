package io.trafficgen.application.billing;

import io.trafficgen.application.ConflictException;
import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.PaymentDecision;
import io.trafficgen.application.port.Payments;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.billing.Assigning;
import io.trafficgen.domain.billing.PaymentFile;
import io.trafficgen.domain.billing.PaymentStatus;
import io.trafficgen.domain.billing.ReceivedPayment;
import java.util.UUID;

/** Notes that parked money goes back to its payer; the transfer itself is made at the provider. */
public final class ReturnPayment {
  private final Payments payments;
  private final Crediting crediting;
  private final AuditTrail trail;

  public ReturnPayment(Payments payments, Crediting crediting, AuditTrail trail) {
    this.payments = payments;
    this.crediting = crediting;
    this.trail = trail;
  }

  /**
   * Returns the payment.
   *
   * @return false if there is no such payment
   * @throws ConflictException if it is not parked
   */
  public boolean giveBack(UUID payment, Actor actor) {
    return payments.decide(payment, file -> decide(file, actor)).isPresent();
  }

  private PaymentDecision<Boolean> decide(PaymentFile file, Actor actor) {
    ReceivedPayment payment = file.payment();
    if (payment.status() != PaymentStatus.PARKED) {
      throw new ConflictException("the payment is " + payment.status().wireName() + ", not parked");
    }
    return PaymentDecision.by(
            trail.entry(
                actor, AuditAction.PAYMENT_RETURNED, "payment:" + payment.id(), payment.stated()),
            true,
            Assigning.giveBack(file, "returned by an operator", crediting.ids(), crediting.now()))
        .ending(payment.event());
  }
}
