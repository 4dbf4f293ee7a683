package io.trafficgen.web;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.trafficgen.application.billing.ReceiveWebhook;
import io.trafficgen.application.billing.WebhookOutcome;
import io.trafficgen.domain.billing.WebhookRequest;
import io.trafficgen.web.Route.Trait;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deliveries of payment providers, taken as raw bytes (billing page, 3.3). */
public final class WebhookRoutes implements RouteGroup {
  private static final String PATH = "/api/webhooks/payment_provider";

  private static final Logger LOG = LoggerFactory.getLogger(WebhookRoutes.class);

  private final ReceiveWebhook receive;
  private final Counter notOurs;

  /**
   * @param meters where genuine deliveries about somebody else are counted
   */
  public WebhookRoutes(ReceiveWebhook receive, MeterRegistry meters) {
    this.receive = receive;
    this.notOurs = meters.counter("trafficgen.webhooks.not_ours");
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post(PATH, ctx -> receive(ctx, Optional.empty())).with(Trait.SIGNED),
        Route.post(
                PATH + "/{provider}", ctx -> receive(ctx, Optional.of(ctx.pathParam("provider"))))
            .with(Trait.SIGNED));
  }

  private void receive(Context ctx, Optional<String> provider) {
    WebhookRequest request =
        new WebhookRequest(headers(ctx), Requests.body(ctx, Requests.BODY_LIMIT));
    switch (receive.receive(request, provider)) {
      case WebhookOutcome.Received received -> Answers.ok(ctx, Map.of("received", true));
      case WebhookOutcome.NotOurs other -> {
        // so that the provider does not send it again; nothing was stored
        notOurs.increment();
        LOG.warn("alarm: {} sent an event that is not ours: {}", other.provider(), other.reason());
        Answers.ok(ctx, Map.of("received", true));
      }
      case WebhookOutcome.Refused refused -> throw RefusedException.wrongSecret(refused.reason());
      case WebhookOutcome.Ambiguous ambiguous ->
          throw RefusedException.badRequest(ambiguous.reason());
    }
  }

  private static Map<String, List<String>> headers(Context ctx) {
    Map<String, List<String>> headers = new HashMap<>();
    for (String name : Collections.list(ctx.req().getHeaderNames())) {
      headers.put(name.toLowerCase(Locale.ROOT), Collections.list(ctx.req().getHeaders(name)));
    }
    return headers;
  }
}
