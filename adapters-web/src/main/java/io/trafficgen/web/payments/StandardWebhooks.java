package io.trafficgen.web.payments;

import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.application.port.PaymentProvider;
import io.trafficgen.application.port.SignatureOutcome;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.domain.billing.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Standard Webhooks 1.0.0, symmetric signatures ({@code v1}): HMAC-SHA256 over {@code
 * id.timestamp.body} (billing page, 3.3). Our generic provider.
 */
public final class StandardWebhooks implements PaymentProvider {
  private static final String ID = "webhook-id";
  private static final String TIMESTAMP = "webhook-timestamp";
  private static final String SIGNATURE = "webhook-signature";
  private static final String SECRET_PREFIX = "whsec_";
  private static final String VERSION_PREFIX = "v1,";
  private static final String ALGORITHM = "HmacSHA256";
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final int MOST_SIGNATURES = 20;

  /** No sign, blank, exponent or digit of another script. */
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,13}");

  private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,255}");

  private final SecretKeySpec key;

  /**
   * @param secret {@code whsec_} and base64 of the key's bytes (24 to 64 by the standard)
   * @throws IllegalArgumentException if there is no key in it; the text is never repeated
   */
  public StandardWebhooks(String secret) {
    if (!secret.startsWith(SECRET_PREFIX)) {
      throw new IllegalArgumentException("a Standard Webhooks secret starts with whsec_");
    }
    byte[] bytes =
        decode(secret.substring(SECRET_PREFIX.length()))
            .filter(decoded -> decoded.length > 0)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "a Standard Webhooks secret is whsec_ and base64 of at least one byte"));
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  @Override
  public String name() {
    return "standard";
  }

  @Override
  public boolean recognises(WebhookRequest request) {
    return request.has(SIGNATURE) || request.has(ID) || request.has(TIMESTAMP);
  }

  @Override
  public SignatureOutcome verify(WebhookRequest request, Instant now) {
    Optional<String> id = request.single(ID).filter(text -> VISIBLE_ASCII.matcher(text).matches());
    Optional<String> timestamp =
        request.single(TIMESTAMP).filter(text -> SECONDS.matcher(text).matches());
    Optional<String> signatures = request.single(SIGNATURE);
    if (id.isEmpty() || timestamp.isEmpty() || signatures.isEmpty()) {
      return new SignatureOutcome.Forged(
          "webhook-id, webhook-timestamp and webhook-signature must stand once each, well formed");
    }
    byte[] expected = sign(id.get(), timestamp.get(), request.body());
    if (!isSignedBy(expected, signatures.get())) {
      return new SignatureOutcome.Forged("no v1 signature matches");
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp.get()));
    if (Duration.between(sent, now).abs().compareTo(TOLERANCE) > 0) {
      return new SignatureOutcome.Forged("webhook-timestamp is more than 5 minutes from now");
    }
    return new SignatureOutcome.Genuine(id.get());
  }

  @Override
  public PaymentNotice truth(WebhookEvent event) {
    return PaymentBody.read(name(), event.body());
  }

  /** Signatures of unknown versions are skipped; any that matches suffices. */
  private static boolean isSignedBy(byte[] expected, String signatures) {
    return Arrays.stream(signatures.split(" ", MOST_SIGNATURES + 1))
        .limit(MOST_SIGNATURES)
        .filter(signature -> signature.startsWith(VERSION_PREFIX))
        .flatMap(signature -> decode(signature.substring(VERSION_PREFIX.length())).stream())
        .anyMatch(signature -> MessageDigest.isEqual(expected, signature));
  }

  private byte[] sign(String id, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.US_ASCII));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private static Optional<byte[]> decode(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
