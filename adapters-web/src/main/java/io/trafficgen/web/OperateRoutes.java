package io.trafficgen.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Health, the contract, and the pages that need no sign-in to be read. */
public final class OperateRoutes implements RouteGroup {
  private static final String HTML = "text/html";

  private final BooleanSupplier databaseAnswers;

  public OperateRoutes(BooleanSupplier databaseAnswers) {
    this.databaseAnswers = databaseAnswers;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/health/live", ctx -> Answers.ok(ctx, Map.of("status", "live"))),
        Route.get("/health/ready", this::ready),
        file("/openapi.yaml", "application/yaml", "/openapi.yaml"),
        file("/bot", HTML, "/console/bot.html"),
        file("/", HTML, "/console/index.html"),
        file("/live.js", "text/javascript", "/console/live.js"),
        file("/style.css", "text/css", "/console/style.css"));
  }

  private void ready(Context ctx) {
    if (!databaseAnswers.getAsBoolean()) {
      throw RefusedException.unavailable("the database is away");
    }
    Answers.ok(ctx, Map.of("status", "ready"));
  }

  private static Route file(String path, String type, String resource) {
    byte[] content = read(resource);
    return Route.get(path, type, ctx -> ctx.contentType(type + ";charset=utf-8").result(content));
  }

  private static byte[] read(String resource) {
    try (InputStream in = OperateRoutes.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not in the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
