package io.trafficgen.web.payments;

import static io.trafficgen.web.payments.JsonMembers.printable;

import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.application.port.PaymentProvider;
import io.trafficgen.application.port.SignatureOutcome;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.domain.billing.WebhookRequest;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Wise: SHA256withRSA over the body alone (billing page, 3.3). Neither age nor identity of a
 * delivery is signed, so that none is checked; the signed body is the truth.
 */
public final class WisePayments implements PaymentProvider {
  static final String NAME = "wise";

  private static final String SIGNATURE = "x-signature-sha256";
  private static final String TEST = "x-test-notification";

  private final WiseAllowance allowance;

  public WisePayments(WiseAllowance allowance) {
    this.allowance = allowance;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean recognises(WebhookRequest request) {
    return request.has(SIGNATURE);
  }

  @Override
  public SignatureOutcome verify(WebhookRequest request, Instant now) {
    Optional<byte[]> signature = request.single(SIGNATURE).flatMap(WisePayments::decode);
    if (signature.isEmpty()) {
      return new SignatureOutcome.Forged("X-Signature-SHA256 must stand once and be base64");
    }
    if (!isSigned(request.body(), signature.get())) {
      return new SignatureOutcome.Forged("the signature does not match");
    }
    if (request.has(TEST) && !request.single(TEST).equals(Optional.of("false"))) {
      return new SignatureOutcome.NotOurs("a test notification");
    }
    return WiseEvent.find(request.body())
        .map(this::belonging)
        .orElseGet(() -> new SignatureOutcome.NotOurs("names no subscription"));
  }

  private SignatureOutcome belonging(WiseEvent event) {
    return allowance.covers(event.subscription(), event.profile())
        ? new SignatureOutcome.Genuine(event.dedupeKey())
        : new SignatureOutcome.NotOurs(
            printable("subscription " + event.subscription() + ", profile " + event.profile()));
  }

  private boolean isSigned(byte[] body, byte[] given) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(allowance.key());
      signature.update(body);
      return signature.verify(given);
    } catch (GeneralSecurityException e) {
      return false; // of another length than the key's
    }
  }

  private static Optional<byte[]> decode(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public PaymentNotice truth(WebhookEvent event) {
    return WiseEvent.find(event.body())
        .map(WiseEvent::notice)
        .orElseGet(() -> new PaymentNotice.Unclear("no JSON"));
  }
}
