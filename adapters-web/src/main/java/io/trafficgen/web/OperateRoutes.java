package io.trafficgen.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Health, for whoever runs the server. */
public final class OperateRoutes implements RouteGroup {
  private final BooleanSupplier databaseAnswers;

  public OperateRoutes(BooleanSupplier databaseAnswers) {
    this.databaseAnswers = databaseAnswers;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/health/live", ctx -> Answers.ok(ctx, Map.of("status", "live"))),
        Route.get("/health/ready", this::ready));
  }

  private void ready(Context ctx) {
    if (!databaseAnswers.getAsBoolean()) {
      throw RefusedException.unavailable("the database is away");
    }
    Answers.ok(ctx, Map.of("status", "ready"));
  }
}
