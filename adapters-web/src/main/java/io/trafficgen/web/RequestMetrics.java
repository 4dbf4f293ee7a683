package io.trafficgen.web;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts and times requests by method, route and status. A route is named by its pattern, so that
 * clients cannot make names; what never reached one has none.
 */
final class RequestMetrics {
  private static final String NAME = "trafficgen.http.requests";
  private static final String NO_ROUTE = "none";
  private static final String STARTED = "started";

  private final MeterRegistry meters;

  RequestMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  void start(Context ctx) {
    ctx.attribute(STARTED, Timer.start(meters));
  }

  void end(Context ctx) {
    Timer.Sample sample = ctx.attribute(STARTED);
    if (sample != null) {
      Optional<Endpoint> reached = Optional.ofNullable(ctx.endpoints().lastHttpEndpoint());
      sample.stop(
          Timer.builder(NAME)
              .tag("method", reached.map(endpoint -> endpoint.method.name()).orElse(NO_ROUTE))
              .tag("route", reached.map(endpoint -> endpoint.path).orElse(NO_ROUTE))
              .tag("status", Integer.toString(ctx.statusCode()))
              .serviceLevelObjectives(
                  Duration.ofMillis(5),
                  Duration.ofMillis(25),
                  Duration.ofMillis(100),
                  Duration.ofMillis(500),
                  Duration.ofSeconds(2),
                  Duration.ofSeconds(10))
              .register(meters));
    }
  }
}
