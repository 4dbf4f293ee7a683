package io.trafficgen.application.port;

import io.trafficgen.domain.billing.WebhookRequest;
import java.time.Instant;

/** A payment provider that is switched on: who signs how, and what a delivery says. */
public interface PaymentProvider {
  /** Its name in paths, accounts and the inbox, for example {@code standard}. */
  String name();

  /** Whether the headers are of this provider's scheme, valid or not. */
  boolean recognises(WebhookRequest request);

  /** Checks signature and age. */
  SignatureOutcome verify(WebhookRequest request, Instant now);

  /** What a verified delivery says, asked from the provider where the body does not tell. */
  PaymentNotice truth(WebhookEvent event);
}
