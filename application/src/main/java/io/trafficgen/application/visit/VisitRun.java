package io.trafficgen.application.visit;

import io.trafficgen.application.port.Cookie;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.application.visit.PageWay.Target;
import io.trafficgen.domain.settings.SuccessRule;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.VisitOutcome;
import io.trafficgen.domain.visit.VisitPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The course of one visit: load, dwell, next page, receipt. Between pages it is only this object: a
 * dwell holds no thread and no browser.
 */
final class VisitRun {
  private final VisitOrder order;
  private final Engine engine;
  private final VisitListener listener;
  private int pages;
  private final PageWay way;
  private List<Cookie> cookies = List.of();
  private Optional<FailureReason> stopped = Optional.empty();
  private Optional<Future<?>> dwell = Optional.empty();
  private boolean ended;

  VisitRun(VisitOrder order, Engine engine, VisitListener listener) {
    this.order = order;
    this.engine = engine;
    this.listener = listener;
    this.way = new PageWay(order, engine.robots());
  }

  /** Begins with the entry page. */
  void start() {
    engine
        .loads()
        .execute(() -> {
          cookies = order.jar().get();
          loadNextPage();
        });
  }

  /** The jar as the last page left it. */
  List<Cookie> cookies() {
    return cookies;
  }

  /** No further page; a dwell ends now, a load in flight is waited for. */
  void stop(FailureReason reason) {
    boolean dwelling;
    synchronized (this) {
      if (stopped.isPresent()) {
        return;
      }
      stopped = Optional.of(reason);
      dwelling = dwell.isPresent() && dwell.get().cancel(false);
    }
    if (dwelling) {
      end(new VisitOutcome.Failed(reason));
    }
  }

  private void loadNextPage() {
    Optional<FailureReason> stop = stopped();
    if (stop.isPresent()) {
      end(new VisitOutcome.Failed(stop.get()));
      return;
    }
    Optional<Target> next = way.next(engine.clock().instant());
    if (next.isEmpty()) {
      end(new VisitOutcome.Completed());
      return;
    }
    Target page = next.get();
    switch (load(page)) {
      case LoadOutcome.NotLoaded failed -> end(new VisitOutcome.Failed(failed.reason()));
      case LoadOutcome.Loaded loaded -> {
        pages++;
        way.arrived(loaded);
        cookies = loaded.cookies();
        listener.loaded(pages, loaded);
        Optional<FailureReason> fault = fault(loaded);
        if (fault.isPresent()) {
          loaded
              .retryAfter()
              .filter(wait -> fault.get() == FailureReason.RETRY_AFTER)
              .ifPresent(wait -> listener.askedToWait(loaded.url(), wait));
          end(new VisitOutcome.Failed(fault.get()));
        } else {
          dwell(page.dwell());
        }
      }
    }
  }

  private LoadOutcome load(Target page) {
    if (order.exit().isEmpty()) {
      return new LoadOutcome.NotLoaded(
          FailureReason.NO_EXIT, "no exit meets the wished country", Duration.ZERO);
    }
    Instant now = engine.clock().instant();
    Optional<FailureReason> closed = order.closed().apply(page.url());
    if (closed.isPresent()) {
      return new LoadOutcome.NotLoaded(closed.get(), "the host is closed", Duration.ZERO);
    }
    if (!page.permitted()) {
      return new LoadOutcome.NotLoaded(
          FailureReason.ROBOTS, "the site's robots.txt", Duration.ZERO);
    }
    if (!order.welcome().test(page.url(), now)) {
      return new LoadOutcome.NotLoaded(
          FailureReason.VERIFICATION, "outside the site's terms", Duration.ZERO);
    }
    VisitPlan plan = order.plan();
    PageLoad load =
        new PageLoad(
            order.id(),
            page.url(),
            way.last(),
            plan.device(),
            plan.language(),
            plan.script(),
            cookies,
            order.exit().get(),
            order.hosts(),
            order.wishes(),
            engine.loadDeadline());
    try {
      return engine.driver().load(load);
    } catch (RuntimeException e) {
      // A driver that breaks its promise costs its visit, not the slot of all that follow.
      return new LoadOutcome.NotLoaded(FailureReason.DRIVER, e.toString(), Duration.ZERO);
    }
  }

  private Optional<FailureReason> fault(LoadOutcome.Loaded loaded) {
    if (!order.welcome().test(loaded.url(), engine.clock().instant().minus(loaded.duration()))) {
      return Optional.of(FailureReason.VERIFICATION);
    }
    SuccessRule success = order.success();
    boolean refused = loaded.status() > success.maxStatus();
    // Whatever the owner takes for success: a site that asks for a pause gets it.
    boolean busy = loaded.status() == 429 || loaded.status() == 503;
    if (loaded.retryAfter().isPresent() && (refused || busy)) {
      return Optional.of(FailureReason.RETRY_AFTER);
    }
    if (refused) {
      return Optional.of(FailureReason.STATUS);
    }
    if (!loaded.asWished()) {
      return Optional.of(FailureReason.CONTENT);
    }
    return loaded.duration().compareTo(success.maxTime()) > 0
        ? Optional.of(FailureReason.TIMEOUT)
        : Optional.empty();
  }

  private synchronized void dwell(Duration time) {
    dwell =
        Optional.of(engine.timers().schedule(this::dwelt, time.toMillis(), TimeUnit.MILLISECONDS));
    if (stopped.isPresent() && dwell.get().cancel(false)) {
      end(new VisitOutcome.Failed(stopped.get()));
    }
  }

  private void dwelt() {
    engine.loads().execute(this::loadNextPage);
  }

  private synchronized Optional<FailureReason> stopped() {
    return stopped;
  }

  private void end(VisitOutcome outcome) {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
    }
    listener.ended(this, outcome, pages);
  }
}
