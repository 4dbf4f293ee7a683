package io.trafficgen.web.payments;

import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.application.port.PaymentProvider;
import io.trafficgen.application.port.SignatureOutcome;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.domain.billing.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Standard Webhooks 1.0.0: signatures over {@code id.timestamp.body}, symmetric ({@code v1}) and
 * Ed25519 ({@code v1a}) (billing page, 3.3). Our generic provider.
 */
public final class StandardWebhooks implements PaymentProvider {
  private static final String ID = "webhook-id";
  private static final String TIMESTAMP = "webhook-timestamp";
  private static final String SIGNATURE = "webhook-signature";
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** No sign, blank, exponent or digit of another script. */
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,13}");

  private final StandardKeys keys;

  public StandardWebhooks(StandardKeys keys) {
    this.keys = keys;
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
    Optional<String> id = request.single(ID).filter(JsonMembers::isIdentity);
    Optional<String> timestamp =
        request.single(TIMESTAMP).filter(text -> SECONDS.matcher(text).matches());
    Optional<String> signatures = request.single(SIGNATURE);
    if (id.isEmpty() || timestamp.isEmpty() || signatures.isEmpty()) {
      return new SignatureOutcome.Forged(
          "webhook-id, webhook-timestamp and webhook-signature must stand once each, well formed");
    }
    byte[] start = (id.get() + "." + timestamp.get() + ".").getBytes(StandardCharsets.US_ASCII);
    if (!keys.fit(signatures.get(), start, request.body())) {
      return new SignatureOutcome.Forged("no v1 or v1a signature matches");
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp.get()));
    if (Duration.between(sent, now).abs().compareTo(TOLERANCE) > 0) {
      return new SignatureOutcome.Forged("webhook-timestamp is more than 5 minutes from now");
    }
    return new SignatureOutcome.Genuine(id.get());
  }

  @Override
  public PaymentNotice truth(WebhookEvent event) {
    return PaymentBody.read(name(), event.dedupeKey(), event.body());
  }
}
