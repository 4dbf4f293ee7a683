package io.trafficgen.web.payments;

import io.trafficgen.application.port.PaymentHints;
import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.billing.Payment;
import io.trafficgen.domain.json.JsonReader;
import io.trafficgen.domain.json.JsonValue;
import io.trafficgen.domain.json.JsonValue.JsonNumber;
import io.trafficgen.domain.json.JsonValue.JsonObject;
import io.trafficgen.domain.json.JsonValue.JsonString;
import io.trafficgen.domain.money.Money;
import io.trafficgen.web.Ids;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Our generic payment event (billing page, 3.3): {@code {"type":"payment.completed","data":
 * {payment_id, amount, currency, email, metadata:{user_id, intent_id}}}}. Whatever cannot be booked
 * by itself is kept for an operator, never refused: it may be money.
 */
final class PaymentBody {
  private static final int LONGEST_REASON = 300;
  private static final Pattern ID = Pattern.compile("[!-~]{1,255}");

  private PaymentBody() {}

  static PaymentNotice read(String provider, byte[] body) {
    try {
      JsonValue event = JsonReader.read(body);
      String type = text(event, "type").orElse("");
      JsonValue data = member(event, "data").orElse(event);
      return switch (type) {
        case "payment.completed" -> completed(provider, data);
        case "payment.refunded",
            "payment.disputed",
            "dispute.created",
            "dispute.won",
            "dispute.lost" ->
            unclear(type + " is for an operator");
        case "" -> new PaymentNotice.Irrelevant("has no type");
        default -> new PaymentNotice.Irrelevant(printable(type + " moves no money"));
      };
    } catch (InvalidValueException e) {
      return unclear("the body cannot be read: " + e.getMessage());
    }
  }

  private static PaymentNotice unclear(String reason) {
    return new PaymentNotice.Unclear(printable(reason));
  }

  /** A stranger wrote parts of it, and PostgreSQL and logs must take it. */
  private static String printable(String reason) {
    String clean = reason.replaceAll("[^ -~]", "?");
    return clean.substring(0, Math.min(clean.length(), LONGEST_REASON));
  }

  private static PaymentNotice completed(String provider, JsonValue data) {
    Optional<String> id = text(data, "payment_id").filter(text -> ID.matcher(text).matches());
    if (id.isEmpty()) {
      return unclear("payment_id is missing or no identity");
    }
    String currency = text(data, "currency").orElse("");
    if (!currency.equals("EUR")) {
      return unclear("currency is '" + currency + "', not EUR");
    }
    Money amount;
    try {
      amount = Money.parse(amount(data));
    } catch (InvalidValueException e) {
      return unclear("amount: " + e.problems().get(0).reason());
    }
    // Absent, null and of another form are the same: hints only, the money is real without them.
    Optional<String> intent =
        member(data, "metadata").flatMap(metadata -> text(metadata, "intent_id"));
    Optional<String> user = member(data, "metadata").flatMap(metadata -> text(metadata, "user_id"));
    return new PaymentNotice.Paid(
        new Payment(provider, id.get(), amount),
        new PaymentHints(
            intent.flatMap(Ids::find),
            intent.filter(text -> Ids.find(text).isEmpty()),
            user.flatMap(Ids::find),
            text(data, "email")));
  }

  /** A number is taken as it was written, so that nothing is rounded. */
  private static String amount(JsonValue data) {
    return member(data, "amount")
        .filter(JsonNumber.class::isInstance)
        .map(JsonValue::source)
        .or(() -> text(data, "amount"))
        .orElse("");
  }

  private static Optional<String> text(JsonValue value, String name) {
    return member(value, name)
        .filter(JsonString.class::isInstance)
        .map(text -> ((JsonString) text).value());
  }

  private static Optional<JsonValue> member(JsonValue value, String name) {
    return value instanceof JsonObject object ? object.member(name) : Optional.empty();
  }
}
