package io.trafficgen.application.port;

import io.trafficgen.domain.billing.Payment;
import io.trafficgen.domain.billing.ReversalKind;
import io.trafficgen.domain.money.Money;
import java.util.Optional;

/** What a provider's event means to us, as far as the provider knows the truth by now. */
public sealed interface PaymentNotice {
  /** Money arrived; the hints say for whom. */
  record Paid(Payment payment, PaymentHints hints) implements PaymentNotice {}

  /**
   * Money arrived, or seems to have, that cannot be credited by itself: an operator assigns or
   * returns it.
   *
   * @param amount empty unless it is a positive amount of euros in whole cents
   * @param stated amount and currency as the provider wrote them, for example {@code 12.50 USD}
   */
  record Odd(String paymentId, Optional<Money> amount, String stated, String reason)
      implements PaymentNotice {}

  /**
   * An attempt to pay failed for good or was cancelled; no money moved.
   *
   * @param hints name the intent
   */
  record Failed(PaymentHints hints, String reason) implements PaymentNotice {}

  /**
   * Money of a payment went back to its payer.
   *
   * @param reversalId the provider's own identity of the refund or chargeback
   * @param amount empty for all that is left of the payment
   */
  record Reversed(String paymentId, String reversalId, Optional<Money> amount, ReversalKind kind)
      implements PaymentNotice {}

  /** The payer's bank disputes a payment: what is left of it must not be spent. */
  record Disputed(String paymentId, String disputeId) implements PaymentNotice {
    /** How the reversal is named that a lost dispute ends with. */
    public static String reversalId(String disputeId) {
      return LOST + disputeId;
    }

    /** The dispute that ended with the reversal of this name. */
    public static Optional<String> lostWith(String reversalId) {
      return reversalId.startsWith(LOST)
          ? Optional.of(reversalId.substring(LOST.length()))
          : Optional.empty();
    }

    private static final String LOST = "dispute:";
  }

  /** A dispute ended for us: what is left of the payment may be spent again. */
  record DisputeWon(String paymentId, String disputeId) implements PaymentNotice {}

  /** Nothing that concerns money. */
  record Irrelevant(String reason) implements PaymentNotice {}

  /** Concerns money, but cannot be understood: an operator decides. */
  record Unclear(String reason) implements PaymentNotice {}
}
