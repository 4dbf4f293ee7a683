package io.trafficgen.application.billing;

import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.application.port.PaymentProvider;
import io.trafficgen.application.port.WebhookEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Asks providers what their events mean: many at once, and never within a transaction. */
final class ProviderTruths {
  private final List<PaymentProvider> providers;
  private final Executor asking;

  ProviderTruths(List<PaymentProvider> providers, Executor asking) {
    this.providers = List.copyOf(providers);
    this.asking = asking;
  }

  Map<WebhookEvent, CompletableFuture<PaymentNotice>> ask(List<WebhookEvent> events) {
    Map<WebhookEvent, CompletableFuture<PaymentNotice>> asked = new LinkedHashMap<>();
    for (WebhookEvent event : events) {
      asked.put(event, CompletableFuture.supplyAsync(() -> ask(event), asking));
    }
    return asked;
  }

  private PaymentNotice ask(WebhookEvent event) {
    return providers.stream()
        .filter(provider -> provider.name().equals(event.provider()))
        .findAny()
        .map(provider -> provider.truth(event))
        .orElseGet(() -> new PaymentNotice.Unclear(event.provider() + " is switched off"));
  }
}
