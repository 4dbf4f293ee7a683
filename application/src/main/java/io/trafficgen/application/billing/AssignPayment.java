package io.trafficgen.application.billing;

import io.trafficgen.application.ConflictException;
import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.PaymentDecision;
import io.trafficgen.application.port.Payments;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.billing.PaymentFile;
import io.trafficgen.domain.billing.PaymentStatus;
import io.trafficgen.domain.billing.ReceivedPayment;
import io.trafficgen.domain.billing.Wallet;
import io.trafficgen.domain.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Gives parked money to the account that it belongs to, at the prices of its receipt. */
public final class AssignPayment {
  private final Payments payments;
  private final Crediting crediting;
  private final AuditTrail trail;

  public AssignPayment(Payments payments, Crediting crediting, AuditTrail trail) {
    this.payments = payments;
    this.crediting = crediting;
    this.trail = trail;
  }

  /**
   * Credits the payment.
   *
   * @param euros what arrived, where the payment does not say it in euros; else empty
   * @return false if there is no such payment
   * @throws ConflictException if it is not parked, or disputed
   * @throws NotAllowedException if there is no such account, or euros are given or missing wrongly
   */
  public boolean assign(UUID payment, AccountId account, Optional<Money> euros, Actor actor) {
    if (payments.find(payment).isEmpty()) {
      return false;
    }
    return payments
        .decideFor(payment, account, (file, wallet) -> decide(file, wallet, euros, actor))
        .orElseThrow(() ->
            new NotAllowedException(
                "there is no such account",
                List.of(
                    new Problem(
                        "/user_id", "is no account", "3f2b8c1e-5d7a-4c9b-8e6f-0a1b2c3d4e5f"))));
  }

  private PaymentDecision<Boolean> decide(
      PaymentFile file, Wallet wallet, Optional<Money> euros, Actor actor) {
    ReceivedPayment payment = file.payment();
    refusal(payment, euros)
        .ifPresent(refusal -> {
          throw refusal;
        });
    return PaymentDecision.by(
            trail.entry(
                actor,
                AuditAction.PAYMENT_ASSIGNED,
                "payment:" + payment.id(),
                "to account:" + wallet.account()),
            true,
            crediting.assign(payment, wallet, euros))
        .ending(payment.event());
  }

  /** Why the payment cannot be credited. */
  static Optional<RuntimeException> refusal(ReceivedPayment payment, Optional<Money> euros) {
    if (payment.status() != PaymentStatus.PARKED) {
      return Optional.of(
          new ConflictException("the payment is " + payment.status().wireName() + ", not parked"));
    }
    if (payment.disputed()) {
      return Optional.of(new ConflictException("the payment is disputed"));
    }
    if (payment.amount().isPresent() == euros.isPresent()) {
      return Optional.of(
          new NotAllowedException(
              "the amount in euros is needed where the payment does not say it, and only there",
              List.of(
                  new Problem(
                      "/amount",
                      euros.isPresent()
                          ? "the payment's own amount is credited"
                          : payment.stated() + " arrived: say what it is in euros",
                      "500.00"))));
    }
    return Optional.empty();
  }
}
