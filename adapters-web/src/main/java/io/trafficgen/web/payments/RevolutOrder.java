package io.trafficgen.web.payments;

import static io.trafficgen.web.payments.JsonMembers.identity;
import static io.trafficgen.web.payments.JsonMembers.printable;
import static io.trafficgen.web.payments.JsonMembers.text;
import static io.trafficgen.web.payments.JsonMembers.textOrNumber;

import io.trafficgen.application.port.PaymentHints;
import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.domain.billing.ReversalKind;
import io.trafficgen.domain.json.JsonValue;
import io.trafficgen.web.Ids;
import java.util.Optional;
import java.util.Set;

/**
 * An order of Revolut's Merchant API. A refund, a chargeback and money that comes back are orders
 * of their own, told apart by {@code type} alone.
 *
 * @param told the reference that the delivery named
 */
record RevolutOrder(String provider, JsonValue order, Optional<String> told) {
  private static final Set<String> OPEN = Set.of("pending", "processing", "authorised");
  private static final Set<String> PAYMENTS = Set.of("payment", "payment_request");

  String state() {
    return text(order, "state").orElse("");
  }

  /** Whether it is still to be decided how it ends. */
  boolean isOpen() {
    return OPEN.contains(state());
  }

  PaymentNotice notice() {
    Optional<String> id = identity(order, "id");
    if (id.isEmpty()) {
      return unclear("an order without an identity");
    }
    if (isOpen()) {
      return new PaymentNotice.Irrelevant("not completed yet: " + state());
    }
    return switch (state()) {
      case "completed" -> completed(id.get());
      case "failed", "cancelled" -> ended();
      default -> unclear("an order in the state " + state());
    };
  }

  private PaymentNotice ended() {
    String reason = "the " + type() + " is " + state();
    return PAYMENTS.contains(type())
        ? new PaymentNotice.Failed(hints(), reason)
        : new PaymentNotice.Irrelevant(printable(reason));
  }

  private PaymentNotice completed(String id) {
    return switch (type()) {
      case "payment", "payment_request" -> paid(id);
      case "refund" -> reversed(id, ReversalKind.REFUND);
      // The lost dispute tells of it, and for which payment: one source, so that nothing is taken
      // twice.
      case "chargeback" -> new PaymentNotice.Irrelevant("its dispute takes the money back");
      case "chargeback_reversal", "credit_reimbursement" ->
          new PaymentNotice.Odd(
              id, amount().euros(), amount().stated(), "money that had gone came back: " + type());
      default -> unclear("an order of the type " + type());
    };
  }

  private PaymentNotice paid(String id) {
    Optional<String> outstanding =
        textOrNumber(order, "outstanding_amount").filter(rest -> !rest.equals("0"));
    if (outstanding.isPresent()) {
      return new PaymentNotice.Odd(
          id,
          Optional.empty(),
          amount().stated(),
          printable(outstanding.get() + "/100 of it are said to be outstanding"));
    }
    return amount().arrived(provider, id, hints());
  }

  private PaymentNotice reversed(String id, ReversalKind kind) {
    Optional<String> payment = identity(order, "related_order_id");
    if (payment.isEmpty()) {
      return unclear(type() + " " + id + " of " + amount().stated() + " names no order");
    }
    return amount()
        .euros()
        .<PaymentNotice>map(
            euros -> new PaymentNotice.Reversed(payment.get(), id, Optional.of(euros), kind))
        .orElseGet(
            () -> unclear(type() + " " + id + " of " + payment.get() + ": " + amount().problem()));
  }

  private String type() {
    return text(order, "type").orElse("");
  }

  private StatedAmount amount() {
    return StatedAmount.ofMinorUnits(textOrNumber(order, "amount"), text(order, "currency"));
  }

  private PaymentHints hints() {
    return new PaymentHints(
        text(order, "metadata", "intent_id").flatMap(Ids::find),
        text(order, "merchant_order_data", "reference").or(() -> told),
        text(order, "metadata", "user_id").flatMap(Ids::find),
        text(order, "customer", "email"));
  }

  private static PaymentNotice unclear(String reason) {
    return new PaymentNotice.Unclear(printable(reason));
  }
}
