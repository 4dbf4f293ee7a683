package io.trafficgen.bootstrap.demo;

import io.trafficgen.domain.json.JsonValue.JsonObject;
import io.trafficgen.domain.json.JsonValue.JsonString;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An order as Revolut's Merchant API writes it (their OpenAPI description merchant-2026-04-20).
 *
 * @param amount in minor units
 * @param related the order that is refunded or charged back
 * @param more members that came with it, with a comma before each
 */
public record StubOrder(
    UUID id,
    String type,
    String state,
    long amount,
    String currency,
    Instant createdAt,
    Instant updatedAt,
    Optional<UUID> related,
    String more) {
  private static final String[] KEPT = {
    "description", "customer", "metadata", "merchant_order_data", "redirect_url"
  };

  /** A new one, of now. */
  public static StubOrder of(
      String type, String state, long amount, String currency, Optional<UUID> related) {
    Instant now = Instant.now();
    return new StubOrder(UUID.randomUUID(), type, state, amount, currency, now, now, related, "");
  }

  /** A new one as {@code POST /api/orders} asks for it. */
  static StubOrder asked(JsonObject request) {
    StubOrder order =
        of(
            "payment",
            "pending",
            Long.parseLong(request.member("amount").orElseThrow().source()),
            ((JsonString) request.member("currency").orElseThrow()).value(),
            Optional.empty());
    return order.with(
        Stream.of(KEPT)
            .flatMap(name ->
                request.member(name).map(value -> ",\"" + name + "\":" + value.source()).stream())
            .collect(Collectors.joining()));
  }

  /** The same with further members, each with a comma before it. */
  public StubOrder with(String members) {
    return new StubOrder(
        id, type, state, amount, currency, createdAt, updatedAt, related, more + members);
  }

  /** The same in another state, from now on. */
  public StubOrder now(String other) {
    return new StubOrder(
        id, type, other, amount, currency, createdAt, Instant.now(), related, more);
  }

  /** The same, made and changed at another time. */
  public StubOrder at(Instant made, Instant changed) {
    return new StubOrder(id, type, state, amount, currency, made, changed, related, more);
  }

  /**
   * @param pages where orders are paid
   */
  String json(String pages) {
    String relation = related.map(order -> ",\"related_order_id\":\"" + order + "\"").orElse("");
    String checkout = type.equals("payment") ? ",\"checkout_url\":\"" + pages + id + "\"" : "";
    return """
    {"id":"%s","token":"%s","type":"%s","state":"%s","created_at":"%s","updated_at":"%s",\
    "amount":%d,"currency":"%s","outstanding_amount":%d,"capture_mode":"automatic",\
    "authorisation_type":"final","enforce_challenge":"automatic"%s%s%s}\
    """
        .formatted(
            id,
            UUID.nameUUIDFromBytes(id.toString().getBytes(StandardCharsets.UTF_8)),
            type,
            state,
            createdAt,
            updatedAt,
            amount,
            currency,
            state.equals("completed") ? 0 : amount,
            relation,
            checkout,
            more);
  }
}
