package io.trafficgen.web.payments;

import static io.trafficgen.web.payments.JsonMembers.identity;
import static io.trafficgen.web.payments.JsonMembers.member;
import static io.trafficgen.web.payments.JsonMembers.printable;
import static io.trafficgen.web.payments.JsonMembers.text;
import static io.trafficgen.web.payments.JsonMembers.textOrNumber;

import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.domain.billing.ReversalKind;
import io.trafficgen.domain.json.JsonValue;
import io.trafficgen.domain.money.Money;
import java.util.Optional;

/** A dispute of Revolut's Merchant API; its present state counts, whatever event told of it. */
record RevolutDispute(JsonValue dispute) {
  PaymentNotice notice() {
    Optional<String> id = identity(dispute, "id");
    Optional<String> order =
        member(dispute, "payment").flatMap(payment -> identity(payment, "order_id"));
    if (id.isEmpty() || order.isEmpty()) {
      return new PaymentNotice.Unclear("a dispute that names no order");
    }
    String state = text(dispute, "state").orElse("");
    return switch (state) {
      case "needs_response", "under_review" -> new PaymentNotice.Disputed(order.get(), id.get());
      case "won" -> new PaymentNotice.DisputeWon(order.get(), id.get());
      case "lost" -> lost(order.get(), id.get());
      default -> new PaymentNotice.Unclear(printable("a dispute in the state " + state));
    };
  }

  /** The chargeback's own order does not say to which payment it belongs; this does. */
  private PaymentNotice lost(String order, String id) {
    Optional<String> amount = textOrNumber(dispute, "amount");
    Optional<Money> euros = StatedAmount.ofMinorUnits(amount, text(dispute, "currency")).euros();
    return amount.isPresent() && euros.isEmpty()
        ? new PaymentNotice.Unclear("a lost dispute of an amount that is not in euros")
        : new PaymentNotice.Reversed(
            order, PaymentNotice.Disputed.reversalId(id), euros, ReversalKind.CHARGEBACK);
  }
}
