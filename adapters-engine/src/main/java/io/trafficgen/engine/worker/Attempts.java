package io.trafficgen.engine.worker;

import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.visit.FailureReason;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One load and what becomes of it: in company, once more alone, or alone from the start. */
final class Attempts {
  private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

  private final WorkerPool workers;
  private final FairPlaces places;
  private final FairPlaces cells;
  private final GuiltySites guilty;
  private final Duration grace;
  private final InstantSource clock;

  /**
   * @param places for loads in company
   * @param cells for loads in workers of their own
   * @param grace see {@link IsolatedVisitDriver}
   */
  Attempts(
      WorkerPool workers,
      FairPlaces places,
      FairPlaces cells,
      GuiltySites guilty,
      Duration grace,
      InstantSource clock) {
    this.workers = workers;
    this.places = places;
    this.cells = cells;
    this.guilty = guilty;
    this.grace = grace;
    this.clock = clock;
  }

  LoadOutcome load(PageLoad load) throws InterruptedException {
    Instant start = clock.instant();
    return guilty.contains(site(load)) ? inCell(load, start) : inCompany(load, start);
  }

  private LoadOutcome inCompany(PageLoad load, Instant start) throws InterruptedException {
    if (!places.enter(site(load), load.deadline())) {
      return notLoaded(FailureReason.DRIVER, "no worker became free", start);
    }
    Instant due = clock.instant().plus(load.deadline());
    try {
      return load(load, workers.take(), due, start);
    } catch (IOException e) {
      boolean perhapsOthersFault = e instanceof WorkerEndedException end && end.hadCompany();
      if (!perhapsOthersFault || workers.isClosed()) {
        return failed(load, e, start);
      }
    } finally {
      places.leave(site(load));
    }
    LOG.info("visit {} is to be loaded once more, alone: its worker ended", load.visit());
    return again(load, due, start);
  }

  private LoadOutcome again(PageLoad load, Instant due, Instant start) throws InterruptedException {
    if (!cells.enter(site(load), until(due))) {
      return notLoaded(FailureReason.DRIVER, "no worker of its own became free", start);
    }
    try {
      if (!until(due).isPositive()) {
        return notLoaded(FailureReason.DRIVER, "no time was left to load it again", start);
      }
      LoadOutcome outcome = alone(load, due, start);
      // not its site's fault: it had a part of its time alone
      return outcome instanceof NotLoaded failure && failure.reason() == FailureReason.TIMEOUT
          ? notLoaded(FailureReason.DRIVER, "too little time was left to load it again", start)
          : outcome;
    } finally {
      cells.leave(site(load));
    }
  }

  private LoadOutcome inCell(PageLoad load, Instant start) throws InterruptedException {
    if (!cells.enter(site(load), load.deadline())) {
      return notLoaded(FailureReason.DRIVER, "no worker of its own became free", start);
    }
    try {
      return alone(load, clock.instant().plus(load.deadline()), start);
    } finally {
      cells.leave(site(load));
    }
  }

  private LoadOutcome alone(PageLoad load, Instant due, Instant start) throws InterruptedException {
    try {
      return load(load, workers.takeAlone(), due, start);
    } catch (IOException e) {
      return failed(load, e, start);
    }
  }

  private LoadOutcome load(PageLoad load, Worker worker, Instant due, Instant start)
      throws IOException, InterruptedException {
    Duration left = until(due);
    try {
      return worker.begin(load, left, due).get(left.plus(grace).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      worker.spoil();
      return notLoaded(FailureReason.TIMEOUT, "given up at the hard deadline", start);
    } catch (InterruptedException e) {
      worker.spoil();
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e);
    } finally {
      workers.leave(worker);
    }
  }

  private NotLoaded failed(PageLoad load, IOException failure, Instant start) {
    if (workers.isClosed()) {
      return notLoaded(FailureReason.STOPPED, "the driver was closed", start);
    }
    if (failure instanceof WorkerEndedException end && !end.hadCompany()) {
      guilty.add(site(load));
    }
    return notLoaded(FailureReason.DRIVER, "no worker answered: " + failure, start);
  }

  private NotLoaded notLoaded(FailureReason reason, String detail, Instant start) {
    return new NotLoaded(reason, detail, Duration.between(start, clock.instant()));
  }

  private Duration until(Instant due) {
    return Duration.between(clock.instant(), due);
  }

  /** Whatever its port: what one machine does to its visitors it does at all of them. */
  private static String site(PageLoad load) {
    return String.valueOf(load.url().getHost()).toLowerCase(Locale.ROOT);
  }
}
