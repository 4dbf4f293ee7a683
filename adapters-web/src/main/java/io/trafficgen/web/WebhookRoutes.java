package io.trafficgen.web;

import io.javalin.http.Context;
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

/** Deliveries of payment providers, taken as raw bytes (billing page, 3.3). */
public final class WebhookRoutes implements RouteGroup {
  private static final String PATH = "/api/webhooks/payment_provider";

  private final ReceiveWebhook receive;

  public WebhookRoutes(ReceiveWebhook receive) {
    this.receive = receive;
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
