package io.trafficgen.application.billing;

import io.trafficgen.application.port.PaymentProvider;
import io.trafficgen.application.port.SignatureOutcome;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.application.port.WebhookInbox;
import io.trafficgen.domain.billing.WebhookRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes a payment provider's delivery in: verified and stored before it is answered. */
public final class ReceiveWebhook {
  private final List<PaymentProvider> providers;
  private final WebhookInbox inbox;
  private final Runnable received;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  /**
   * @param providers those that are switched on
   * @param received told after each stored delivery, so that it is booked at once
   */
  public ReceiveWebhook(
      List<PaymentProvider> providers,
      WebhookInbox inbox,
      Runnable received,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.providers = List.copyOf(providers);
    this.inbox = inbox;
    this.received = received;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param provider the one that the path names; empty where the headers tell
   */
  public WebhookOutcome receive(WebhookRequest request, Optional<String> provider) {
    List<PaymentProvider> recognising =
        providers.stream()
            .filter(candidate -> provider.isEmpty() || candidate.name().equals(provider.get()))
            .filter(candidate -> candidate.recognises(request))
            .toList();
    if (recognising.size() != 1) {
      return new WebhookOutcome.Ambiguous(
          recognising.isEmpty()
              ? "the headers are of no signature scheme that is switched on"
              : "the headers are of more than one signature scheme");
    }
    return receive(request, recognising.get(0), clock.instant());
  }

  private WebhookOutcome receive(WebhookRequest request, PaymentProvider provider, Instant now) {
    return switch (provider.verify(request, now)) {
      case SignatureOutcome.Forged forged -> new WebhookOutcome.Refused(forged.reason());
      case SignatureOutcome.NotOurs other ->
          new WebhookOutcome.NotOurs(provider.name(), other.reason());
      case SignatureOutcome.Genuine genuine -> {
        WebhookEvent event =
            new WebhookEvent(ids.get(), provider.name(), genuine.dedupeKey(), request.body(), now);
        if (inbox.receive(event)) {
          received.run();
        }
        yield new WebhookOutcome.Received();
      }
    };
  }
}
