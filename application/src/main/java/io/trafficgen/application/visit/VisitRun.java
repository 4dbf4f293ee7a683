package io.trafficgen.application.visit;

import io.trafficgen.application.port.Cookie;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.settings.SuccessRule;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.PlannedPage;
import io.trafficgen.domain.visit.VisitOutcome;
import io.trafficgen.domain.visit.VisitPlan;
import java.net.URI;
import java.time.Duration;
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
  private Optional<URI> lastPage;
  private List<Cookie> cookies = List.of();
  private Optional<FailureReason> stopped = Optional.empty();
  private Optional<Future<?>> dwell = Optional.empty();
  private boolean ended;

  VisitRun(VisitOrder order, Engine engine, VisitListener listener) {
    this.order = order;
    this.engine = engine;
    this.listener = listener;
    this.lastPage = order.plan().referer().filter(order::isVerified);
  }

  /** Begins with the entry page. */
  void start() {
    engine.loads().execute(this::loadNextPage);
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
    PlannedPage page = order.plan().pages().get(pages);
    switch (load(page)) {
      case LoadOutcome.NotLoaded failed -> end(new VisitOutcome.Failed(failed.reason()));
      case LoadOutcome.Loaded loaded -> {
        pages++;
        lastPage = Optional.of(loaded.url());
        cookies = loaded.cookies();
        listener.loaded(pages, loaded);
        Optional<FailureReason> fault = fault(loaded);
        if (fault.isPresent()) {
          end(new VisitOutcome.Failed(fault.get()));
        } else {
          dwell(page.dwell());
        }
      }
    }
  }

  private LoadOutcome load(PlannedPage page) {
    if (order.exit().isEmpty()) {
      return new LoadOutcome.NotLoaded(
          FailureReason.NO_EXIT, "no exit meets the wished country", Duration.ZERO);
    }
    if (!order.welcome().test(page.url(), engine.clock().instant())) {
      return new LoadOutcome.NotLoaded(
          FailureReason.VERIFICATION, "outside the site's terms", Duration.ZERO);
    }
    VisitPlan plan = order.plan();
    PageLoad load =
        new PageLoad(
            order.id(),
            page.url(),
            lastPage,
            plan.device(),
            plan.language(),
            plan.script(),
            cookies,
            order.exit().get(),
            order.hosts(),
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
    if (loaded.status() > success.maxStatus()) {
      return Optional.of(
          loaded.retryAfter().isPresent() ? FailureReason.RETRY_AFTER : FailureReason.STATUS);
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
    if (stopped().isEmpty() && pages == order.plan().pages().size()) {
      end(new VisitOutcome.Completed());
    } else {
      engine.loads().execute(this::loadNextPage);
    }
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
