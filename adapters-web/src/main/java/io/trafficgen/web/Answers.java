package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.domain.Page;
import io.trafficgen.web.shape.PageJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/** Writes good answers. */
final class Answers {
  private Answers() {}

  static void ok(Context ctx, Object shape) {
    ctx.contentType(Route.JSON).result(Json.text(shape).getBytes(StandardCharsets.UTF_8));
  }

  static void created(Context ctx, Object shape) {
    ctx.status(201);
    ok(ctx, shape);
  }

  /** What was asked for is done later, or silently not at all. */
  static void accepted(Context ctx, String detail) {
    ctx.status(202);
    ok(ctx, Map.of("detail", detail));
  }

  static <T> void page(Context ctx, Page<T> page, Function<? super T, ?> shape) {
    Page<Object> shaped = page.map(shape);
    ok(ctx, new PageJson<>(shaped.items(), shaped.next().map(Cursors::write)));
  }
}
