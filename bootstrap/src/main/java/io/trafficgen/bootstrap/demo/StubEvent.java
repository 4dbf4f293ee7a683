package io.trafficgen.bootstrap.demo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook of {@link StubRevolut}: its body, and the headers that sign it. */
public record StubEvent(String body) {
  private static final String ALGORITHM = "HmacSHA256";

  static StubEvent of(StubOrder order) {
    return new StubEvent(
        "{\"event\":\"ORDER_%s\",\"order_id\":\"%s\"}"
            .formatted(order.state().toUpperCase(Locale.ROOT), order.id()));
  }

  static StubEvent ofDispute(UUID dispute, String state) {
    String event =
        state.equals("needs_response") ? "ACTION_REQUIRED" : state.toUpperCase(Locale.ROOT);
    return new StubEvent(
        "{\"event\":\"DISPUTE_%s\",\"dispute_id\":\"%s\"}".formatted(event, dispute));
  }

  /** What Revolut sends beside the body, at this time. */
  public Map<String, String> headers(String secret, Instant now) {
    String time = Long.toString(now.toEpochMilli());
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] signed = mac.doFinal(("v1." + time + "." + body).getBytes(StandardCharsets.UTF_8));
      return Map.of(
          "Revolut-Request-Timestamp",
          time,
          "Revolut-Signature",
          "v1=" + HexFormat.of().formatHex(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
