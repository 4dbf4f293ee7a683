package io.trafficgen.web.payments;

import static io.trafficgen.web.payments.JsonMembers.member;
import static io.trafficgen.web.payments.JsonMembers.printable;
import static io.trafficgen.web.payments.JsonMembers.text;
import static io.trafficgen.web.payments.JsonMembers.textOrNumber;

import io.trafficgen.application.port.PaymentHints;
import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonReader;
import io.trafficgen.domain.json.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Wise sends: {@code {"data":{…},"subscription_id","event_type","schema_version","sent_at"}}.
 * Amounts are decimals in whole units; nothing tells of the payer but {@code transfer_reference}.
 */
record WiseEvent(JsonValue event, byte[] body) {
  private static final String CREDIT = "credit";

  /** The event, if it is JSON. */
  static Optional<WiseEvent> find(byte[] body) {
    try {
      return Optional.of(new WiseEvent(JsonReader.read(body), body));
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }

  String subscription() {
    return text(event, "subscription_id").orElse("");
  }

  String profile() {
    return data("resource").flatMap(owner -> textOrNumber(owner, "profile_id")).orElse("");
  }

  /**
   * Equal for deliveries of the same event: the delivery's own identity is not signed, and {@code
   * sent_at} may change from one to the next.
   */
  String dedupeKey() {
    return movement().map(key -> subscription() + ":" + key).orElseGet(() -> Sha256.hex(body));
  }

  PaymentNotice notice() {
    String type = text(event, "event_type").orElse("");
    return switch (type) {
      case "balances#update" -> update();
      // Names neither balance nor reference: no telling whether an update told of the same money.
      case "balances#credit" ->
          new PaymentNotice.Unclear("a deprecated form: subscribe to balances#update instead");
      default -> new PaymentNotice.Irrelevant(printable(type + " moves no money of ours"));
    };
  }

  private PaymentNotice update() {
    String direction = string("transaction_type");
    return switch (direction) {
      case CREDIT ->
          credited(
              textOf("transfer_reference")
                  .map(WiseEvent::plain)
                  .filter(reference -> !reference.isEmpty())
                  .map(PaymentHints::ofReference)
                  .orElseGet(PaymentHints::none));
      case "debit" -> new PaymentNotice.Irrelevant("a debit of our own");
      default ->
          new PaymentNotice.Unclear(
              printable("a balance is updated, but not said to be credited: " + direction));
    };
  }

  private PaymentNotice credited(PaymentHints hints) {
    if (WiseAllowance.isDummy(balance())) {
      return new PaymentNotice.Irrelevant("a trial: the balance has a dummy identity");
    }
    String payment = movement().orElseGet(() -> Sha256.hex(body));
    return StatedAmount.ofDecimal(textOf("amount"), textOf("currency"))
        .arrived(WisePayments.NAME, payment, hints);
  }

  /**
   * Identity of the movement of money, whichever subscription told of it: balance, step, time and
   * amount; empty unless all stand there.
   */
  private Optional<String> movement() {
    String step =
        textOf("step_id")
            .orElseGet(() ->
                string("transfer_reference") + "~" + string("post_transaction_balance_amount"));
    String time = string("occurred_at");
    String amount = string("amount");
    if (balance().isEmpty() || step.equals("~") || time.isEmpty() || amount.isEmpty()) {
      return Optional.empty();
    }
    String key = Stream.of(balance(), step, time, amount).collect(Collectors.joining(":"));
    return Optional.of(key.length() < 200 && JsonMembers.isIdentity(key) ? key : Sha256.hex(key));
  }

  private String balance() {
    return textOf("balance_id").orElse("");
  }

  /** Letters and digits in upper case, as references are compared. */
  private static String plain(String reference) {
    return reference.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
  }

  private String string(String name) {
    return textOf(name).orElse("");
  }

  private Optional<String> textOf(String name) {
    return member(event, "data").flatMap(data -> textOrNumber(data, name));
  }

  private Optional<JsonValue> data(String name) {
    return member(event, "data").flatMap(data -> member(data, name));
  }
}
