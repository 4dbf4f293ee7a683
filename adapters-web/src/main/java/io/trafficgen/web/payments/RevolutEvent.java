package io.trafficgen.web.payments;

import static io.trafficgen.web.payments.JsonMembers.text;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonReader;
import io.trafficgen.domain.json.JsonValue;
import io.trafficgen.web.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What Revolut sends: {@code {"event","order_id","merchant_order_ext_ref"?}}, or {@code payout_id},
 * {@code dispute_id}, {@code subscription_id} in place of the order. No identity of its own, no
 * amount, no payer.
 *
 * @param subject of which something is told
 * @param reference that the order was made with
 */
record RevolutEvent(String name, Subject subject, UUID id, Optional<String> reference) {
  static final String ORDER_COMPLETED = "ORDER_COMPLETED";

  /** What has an identity. */
  enum Subject {
    ORDER("order_id"),
    DISPUTE("dispute_id"),
    PAYOUT("payout_id"),
    SUBSCRIPTION("subscription_id");

    private final String member;

    Subject(String member) {
      this.member = member;
    }
  }

  /** The event, if it is one that can be understood. */
  static Optional<RevolutEvent> find(byte[] body) {
    JsonValue event;
    try {
      event = JsonReader.read(body);
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
    String name = text(event, "event").filter(JsonMembers::isIdentity).orElse("");
    Optional<String> reference = text(event, "merchant_order_ext_ref");
    return Stream.of(Subject.values())
        .flatMap(subject ->
            text(event, subject.member)
                .flatMap(Ids::find)
                .map(id -> new RevolutEvent(name, subject, id, reference))
                .stream())
        .filter(found -> !name.isEmpty())
        .findFirst();
  }

  /** Of an order of which no delivery came. */
  static RevolutEvent completed(UUID order) {
    return new RevolutEvent(ORDER_COMPLETED, Subject.ORDER, order, Optional.empty());
  }

  /** An order completes once, so that this names the event. */
  String dedupeKey() {
    return name + ":" + id;
  }

  byte[] body() {
    return "{\"event\":\"%s\",\"%s\":\"%s\"}"
        .formatted(name, subject.member, id)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Whether it tells how an order ended; what happens on the way there moves no money. */
  boolean tellsOfAnOrder() {
    return subject == Subject.ORDER
        && !name.startsWith("ORDER_PAYMENT_")
        && !name.startsWith("ORDER_INCREMENTAL_");
  }

  boolean tellsOfADispute() {
    return subject == Subject.DISPUTE;
  }
}
