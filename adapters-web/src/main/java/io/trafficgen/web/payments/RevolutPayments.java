package io.trafficgen.web.payments;

import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.application.port.PaymentProvider;
import io.trafficgen.application.port.SignatureOutcome;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.domain.billing.WebhookRequest;
import io.trafficgen.domain.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Revolut: HMAC-SHA256 over {@code v1.milliseconds.body} (billing page, 3.3). A delivery says no
 * more than that something happened; the order or dispute itself is asked for.
 */
public final class RevolutPayments implements PaymentProvider {
  static final String NAME = "revolut";

  private static final String TIMESTAMP = "revolut-request-timestamp";
  private static final String SIGNATURE = "revolut-signature";
  private static final String VERSION = "v1";
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final int MOST_SIGNATURES = 20;
  private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{1,13}");

  private final HmacSha256 hmac;
  private final RevolutApi api;

  /**
   * @param secret all of it is the key, {@code wsk_} included
   */
  public RevolutPayments(String secret, RevolutApi api) {
    this.hmac = new HmacSha256(secret.getBytes(StandardCharsets.UTF_8));
    this.api = api;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean recognises(WebhookRequest request) {
    return request.has(SIGNATURE) || request.has(TIMESTAMP);
  }

  @Override
  public SignatureOutcome verify(WebhookRequest request, Instant now) {
    Optional<String> timestamp =
        request.single(TIMESTAMP).filter(text -> MILLISECONDS.matcher(text).matches());
    Optional<String> signatures = request.single(SIGNATURE);
    if (timestamp.isEmpty() || signatures.isEmpty()) {
      return new SignatureOutcome.Forged(
          "Revolut-Request-Timestamp and Revolut-Signature must stand once each, well formed");
    }
    byte[] start = (VERSION + "." + timestamp.get() + ".").getBytes(StandardCharsets.US_ASCII);
    if (!isSignedBy(hmac.of(start, request.body()), signatures.get())) {
      return new SignatureOutcome.Forged("no v1 signature matches");
    }
    Instant sent = Instant.ofEpochMilli(Long.parseLong(timestamp.get()));
    if (Duration.between(sent, now).abs().compareTo(TOLERANCE) > 0) {
      return new SignatureOutcome.Forged(
          "Revolut-Request-Timestamp is more than 5 minutes from now");
    }
    return new SignatureOutcome.Genuine(
        RevolutEvent.find(request.body())
            .map(RevolutEvent::dedupeKey)
            .orElseGet(() -> Sha256.hex(request.body())));
  }

  /** Several while one secret takes the place of another: {@code v1=<hex>,v1=<hex>}. */
  private static boolean isSignedBy(byte[] expected, String signatures) {
    return Arrays.stream(signatures.split(",", MOST_SIGNATURES + 1))
        .limit(MOST_SIGNATURES)
        .map(String::strip)
        .filter(signature -> signature.startsWith(VERSION + "="))
        .flatMap(signature -> decode(signature.substring(VERSION.length() + 1)).stream())
        .anyMatch(signature -> MessageDigest.isEqual(expected, signature));
  }

  private static Optional<byte[]> decode(String hex) {
    try {
      return Optional.of(HexFormat.of().parseHex(hex));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * @throws ProviderAwayException if Revolut does not answer, or does not know yet what it told
   */
  @Override
  public PaymentNotice truth(WebhookEvent event) {
    return RevolutEvent.find(event.body())
        .map(this::truth)
        .orElseGet(() -> new PaymentNotice.Unclear("no event that can be understood"));
  }

  private PaymentNotice truth(RevolutEvent event) {
    if (event.tellsOfAnOrder()) {
      return api.get("/api/orders/" + event.id())
          .map(order -> ofOrder(event, order))
          .orElseGet(() -> unknown(event));
    }
    if (event.tellsOfADispute()) {
      return api.get("/api/disputes/" + event.id())
          .map(dispute -> new RevolutDispute(dispute).notice())
          .orElseGet(() -> unknown(event));
    }
    return new PaymentNotice.Irrelevant(event.name() + " moves no money");
  }

  /** Nothing else will tell of a completed order, so that its event waits until it is one. */
  private PaymentNotice ofOrder(RevolutEvent event, JsonValue json) {
    RevolutOrder order = new RevolutOrder(NAME, json, event.reference());
    if (event.name().equals(RevolutEvent.ORDER_COMPLETED) && order.isOpen()) {
      throw new ProviderAwayException(
          "order " + event.id() + " is told to be completed, and is still " + order.state());
    }
    return order.notice();
  }

  private static PaymentNotice unknown(RevolutEvent event) {
    return new PaymentNotice.Unclear(event.name() + ": Revolut does not know " + event.id());
  }
}
