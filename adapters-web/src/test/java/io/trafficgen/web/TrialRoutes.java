package io.trafficgen.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Routes that fail and dawdle as a test wants it. */
final class TrialRoutes implements RouteGroup {
  /** What {@code /test/failure} throws. */
  final AtomicReference<Optional<RuntimeException>> failure =
      new AtomicReference<>(Optional.empty());

  /** Open once {@code /test/slow} was reached. */
  final CountDownLatch slowBegan = new CountDownLatch(1);

  /** What {@code /test/slow} waits for. */
  final CountDownLatch slowMayEnd = new CountDownLatch(1);

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/test/failure", this::fail),
        Route.post("/test/failure", this::fail),
        Route.get("/test/slow", this::dawdle),
        Route.post("/test/slow", this::dawdle));
  }

  private void fail(Context ctx) {
    failure
        .get()
        .ifPresent(e -> {
          throw e;
        });
    Answers.ok(ctx, Map.of());
  }

  private void dawdle(Context ctx) throws InterruptedException {
    slowBegan.countDown();
    slowMayEnd.await();
    Answers.ok(ctx, Map.of("slow", true));
  }
}
