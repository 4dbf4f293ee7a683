package io.trafficgen.web.payments;

import static io.trafficgen.web.payments.JsonMembers.identity;
import static io.trafficgen.web.payments.JsonMembers.member;
import static io.trafficgen.web.payments.JsonMembers.printable;
import static io.trafficgen.web.payments.JsonMembers.text;

import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.domain.json.JsonValue;
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
      case "lost" ->
          new PaymentNotice.Irrelevant(
              "the dispute of " + order.get() + " is lost; its chargeback is an order of its own");
      default -> new PaymentNotice.Unclear(printable("a dispute in the state " + state));
    };
  }
}
