package io.trafficgen.engine.worker;

import io.trafficgen.application.port.HostGate;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.application.port.VisitDriver;
import io.trafficgen.domain.safety.HostClosures;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.engine.EngineSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads pages in child processes, several in each. Whatever a page does to its process, it does to
 * its own load alone:
 *
 * <ul>
 *   <li>a load that outlives its deadline is given up and its worker gets no more; the others in it
 *       go on to their end, then it is killed;
 *   <li>a worker that ends by itself, out of memory above all, does not say by whose fault: each
 *       load that was in it is made once more, alone in a worker of its own, within what is left of
 *       its deadline. So the guilty one fails; of the others those without time left do too, as
 *       {@code driver}.
 * </ul>
 *
 * <p>Safe for concurrent use; a load beyond the number of places waits for one.
 */
public final class IsolatedVisitDriver implements VisitDriver, HostGate, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IsolatedVisitDriver.class);

  private final WorkerPool workers;
  private final Duration grace;
  private final InstantSource clock;
  private final Semaphore places;
  private final Semaphore cells;

  /**
   * @param workers processes at most that serve loads together, each as many as {@code launch}
   *     says; besides them at most as many that await their end, and as many with a single load
   *     (see {@link #heapMegabytes})
   * @param grace after a load's deadline, for the worker to answer by itself before it is given up
   */
  public IsolatedVisitDriver(
      EngineSettings settings,
      WorkerLaunch launch,
      int workers,
      Duration grace,
      InstantSource clock) {
    this.workers = new WorkerPool(settings, launch, workers, clock);
    this.grace = grace;
    this.clock = clock;
    this.places = new Semaphore(workers * launch.loads(), true);
    this.cells = new Semaphore(workers, true);
  }

  /**
   * How large the heaps of all processes may grow together: those that serve loads together, as
   * many that await their end, and as many with a single load.
   */
  public static int heapMegabytes(int workers, int loads) {
    return 2 * workers * WorkerLaunch.heapMegabytes(loads)
        + workers * WorkerLaunch.heapMegabytes(1);
  }

  /**
   * The deadline runs from the moment the load has a place, and once: a load that is made again has
   * the rest of it. Waiting for the first place is bounded by as much and ends as {@code driver}.
   */
  @Override
  public LoadOutcome load(PageLoad load) {
    LoadOutcome outcome = loadOrStop(load);
    if (outcome instanceof NotLoaded failure) {
      // Pages have their say in the detail: no line of the log may be theirs.
      LOG.info(
          "visit {} ends with {} at {}: {}",
          load.visit(),
          failure.reason().wireName(),
          load.url(),
          failure.detail().replaceAll("\\p{Cntrl}", " "));
    }
    return outcome;
  }

  @Override
  public void admitAllBut(HostClosures closed) {
    workers.admitAllBut(closed);
  }

  /** Ends all workers; loads in flight answer {@code stopped}, later ones too. */
  @Override
  public void close() {
    workers.close();
  }

  /** Process ids of the workers that live now, for the operator's eyes. */
  List<Long> pids() {
    return workers.pids();
  }

  private LoadOutcome loadOrStop(PageLoad load) {
    Instant start = clock.instant();
    try {
      return loadInCompany(load, start);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return notLoaded(FailureReason.STOPPED, "interrupted", start);
    }
  }

  private LoadOutcome loadInCompany(PageLoad load, Instant start) throws InterruptedException {
    if (!places.tryAcquire(load.deadline().toMillis(), TimeUnit.MILLISECONDS)) {
      return notLoaded(FailureReason.DRIVER, "no worker became free", start);
    }
    Instant due = clock.instant().plus(load.deadline());
    try {
      return load(load, workers.take(), due, start);
    } catch (IOException e) {
      boolean perhapsOthersFault = e instanceof WorkerEndedException end && end.hadCompany();
      if (!perhapsOthersFault || workers.isClosed()) {
        return failed(e, start);
      }
    } finally {
      places.release();
    }
    LOG.info("visit {} is to be loaded once more, alone: its worker ended", load.visit());
    return loadAlone(load, due, start);
  }

  private LoadOutcome loadAlone(PageLoad load, Instant due, Instant start)
      throws InterruptedException {
    if (!cells.tryAcquire(until(due).toMillis(), TimeUnit.MILLISECONDS)) {
      return notLoaded(FailureReason.DRIVER, "no worker of its own became free", start);
    }
    try {
      if (!until(due).isPositive()) {
        return notLoaded(FailureReason.DRIVER, "no time was left to load it again", start);
      }
      LoadOutcome outcome = load(load, workers.takeAlone(), due, start);
      // not its site's fault: it had a part of its time alone
      return outcome instanceof NotLoaded failure && failure.reason() == FailureReason.TIMEOUT
          ? notLoaded(FailureReason.DRIVER, "too little time was left to load it again", start)
          : outcome;
    } catch (IOException e) {
      return failed(e, start);
    } finally {
      cells.release();
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

  private Duration until(Instant due) {
    return Duration.between(clock.instant(), due);
  }

  private NotLoaded failed(IOException failure, Instant start) {
    return workers.isClosed()
        ? notLoaded(FailureReason.STOPPED, "the driver was closed", start)
        : notLoaded(FailureReason.DRIVER, "no worker answered: " + failure, start);
  }

  private NotLoaded notLoaded(FailureReason reason, String detail, Instant start) {
    return new NotLoaded(reason, detail, Duration.between(start, clock.instant()));
  }
}
