package io.trafficgen.web;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts and times requests by method, route and status. A route is named by its pattern, so that
 * clients cannot make names; what never reached one has none.
 */
final class RequestMetrics {
  private static final String NAME = "trafficgen.http.requests";
  private static final String NO_ROUTE = "none";
  private static final String STARTED = "started";

  private final MeterRegistry meters;
  private final Map<Labels, Timer> timers = new ConcurrentHashMap<>();

  private record Labels(String method, String route, int status) {}

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
      Labels labels =
          new Labels(
              reached.map(endpoint -> endpoint.method.name()).orElse(NO_ROUTE),
              reached.map(endpoint -> endpoint.path).orElse(NO_ROUTE),
              ctx.statusCode());
      sample.stop(timers.computeIfAbsent(labels, this::timer));
    }
  }

  private Timer timer(Labels labels) {
    return Timer.builder(NAME)
        .tag("method", labels.method())
        .tag("route", labels.route())
        .tag("status", Integer.toString(labels.status()))
        .serviceLevelObjectives(
            Duration.ofMillis(5),
            Duration.ofMillis(25),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10))
        .register(meters);
  }
}
