package io.trafficgen.web.payments;

import static io.trafficgen.web.payments.JsonMembers.identity;
import static io.trafficgen.web.payments.JsonMembers.member;
import static io.trafficgen.web.payments.JsonMembers.printable;
import static io.trafficgen.web.payments.JsonMembers.text;
import static io.trafficgen.web.payments.JsonMembers.textOrNumber;

import io.trafficgen.application.port.PaymentHints;
import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.application.port.PaymentNotice.DisputeWon;
import io.trafficgen.application.port.PaymentNotice.Disputed;
import io.trafficgen.application.port.PaymentNotice.Reversed;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.billing.ReversalKind;
import io.trafficgen.domain.json.JsonReader;
import io.trafficgen.domain.json.JsonValue;
import io.trafficgen.domain.money.Money;
import io.trafficgen.web.Ids;
import java.util.Optional;
import java.util.function.Function;

/**
 * Our generic payment event (billing page, 3.3): {@code {"type":"payment.completed","data":
 * {payment_id, amount, currency, email, metadata:{user_id, intent_id}}}}, where {@code type} may
 * also be {@code payment.failed}, {@code payment.refunded} ({@code refund_id}, {@code amount}),
 * {@code payment.disputed} or {@code dispute.created}, {@code dispute.won} and {@code dispute.lost}
 * ({@code dispute_id}, {@code amount}). Whatever cannot be booked by itself is kept for an
 * operator, never refused: it may be money.
 *
 * @param delivery identity of the delivery, equal for its copies
 */
record PaymentBody(String provider, String delivery, JsonValue data) {
  static PaymentNotice read(String provider, String delivery, byte[] body) {
    try {
      JsonValue event = JsonReader.read(body);
      String type = text(event, "type").orElse("");
      JsonValue data = member(event, "data").orElse(event);
      return new PaymentBody(provider, delivery, data).read(type);
    } catch (InvalidValueException e) {
      return unclear("the body cannot be read: " + e.getMessage());
    }
  }

  private PaymentNotice read(String type) {
    return switch (type) {
      case "payment.completed" -> ofPayment(id -> stated().arrived(provider, id, hints()));
      case "payment.failed" -> new PaymentNotice.Failed(hints(), "the payment failed");
      case "payment.refunded" -> ofPayment(this::refunded);
      case "payment.disputed", "dispute.created" -> ofPayment(id -> new Disputed(id, dispute(id)));
      case "dispute.won" -> ofPayment(id -> new DisputeWon(id, dispute(id)));
      case "dispute.lost" ->
          ofPayment(id -> reversed(id, Disputed.reversalId(dispute(id)), ReversalKind.CHARGEBACK));
      case "" -> new PaymentNotice.Irrelevant("has no type");
      default -> new PaymentNotice.Irrelevant(printable(type + " moves no money"));
    };
  }

  private PaymentNotice ofPayment(Function<String, PaymentNotice> notice) {
    return identity(data, "payment_id")
        .map(notice)
        .orElseGet(() -> unclear("payment_id is missing or no identity"));
  }

  /** A refund without a name has that of its delivery, so that a copy is the same refund. */
  private PaymentNotice refunded(String payment) {
    if (member(data, "refund_id").isEmpty()) {
      return reversed(payment, "refund:" + delivery, ReversalKind.REFUND);
    }
    return identity(data, "refund_id")
        .map(refund -> reversed(payment, refund, ReversalKind.REFUND))
        .orElseGet(() -> unclear("refund_id is no identity"));
  }

  /** Without an amount all that is left of the payment; a currency may be left out. */
  private PaymentNotice reversed(String payment, String reversal, ReversalKind kind) {
    Optional<String> currency =
        member(data, "currency").isEmpty() ? Optional.of("EUR") : text(data, "currency");
    boolean whole = member(data, "amount").isEmpty();
    StatedAmount stated =
        StatedAmount.ofDecimal(whole ? Optional.of("1") : textOrNumber(data, "amount"), currency);
    if (stated.euros().isEmpty()) {
      return unclear("what of " + payment + " went back? " + stated.problem());
    }
    Optional<Money> amount = whole ? Optional.empty() : stated.euros();
    return new Reversed(payment, reversal, amount, kind);
  }

  /** A dispute without a name is the only one of its payment. */
  private String dispute(String payment) {
    return identity(data, "dispute_id").orElse(payment);
  }

  private StatedAmount stated() {
    return StatedAmount.ofDecimal(textOrNumber(data, "amount"), text(data, "currency"));
  }

  /** Hints only: the money is real without them. */
  private PaymentHints hints() {
    Optional<String> intent = text(data, "metadata", "intent_id");
    return new PaymentHints(
        intent.flatMap(Ids::find),
        intent.filter(text -> Ids.find(text).isEmpty()),
        text(data, "metadata", "user_id").flatMap(Ids::find),
        text(data, "email"));
  }

  private static PaymentNotice unclear(String reason) {
    return new PaymentNotice.Unclear(printable(reason));
  }
}
