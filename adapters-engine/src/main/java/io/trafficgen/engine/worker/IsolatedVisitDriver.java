package io.trafficgen.engine.worker;

import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.application.port.VisitDriver;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.engine.EngineSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads pages in child processes, each of which serves one load at a time: whatever a page does to
 * its process, it does to its own load alone. Workers start when loads need them and are reused; a
 * load that outlives its deadline costs its worker, and the next load gets a fresh one.
 *
 * <p>Safe for concurrent use; a load beyond the number of workers waits for one.
 */
public final class IsolatedVisitDriver implements VisitDriver, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IsolatedVisitDriver.class);

  private final EngineSettings settings;
  private final WorkerLaunch launch;
  private final Duration grace;
  private final InstantSource clock;
  private final ScheduledExecutorService watchdog;
  private final Semaphore slots;
  private final ConcurrentLinkedDeque<Worker> idle = new ConcurrentLinkedDeque<>();
  private final Set<Worker> all = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * @param workers processes at most, which is loads at once
   * @param grace after a load's deadline, for the worker to answer by itself before it is killed
   * @param watchdog kills what outlives its deadline; its tasks are short
   */
  public IsolatedVisitDriver(
      EngineSettings settings,
      WorkerLaunch launch,
      int workers,
      Duration grace,
      InstantSource clock,
      ScheduledExecutorService watchdog) {
    this.settings = settings;
    this.launch = launch;
    this.grace = grace;
    this.clock = clock;
    this.watchdog = watchdog;
    this.slots = new Semaphore(workers, true);
  }

  /**
   * The deadline runs from the moment a worker has the load; waiting for one is bounded by as much
   * again and ends as {@code driver}.
   */
  @Override
  public LoadOutcome load(PageLoad load) {
    LoadOutcome outcome = loadWhenFree(load);
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

  private LoadOutcome loadWhenFree(PageLoad load) {
    Instant start = clock.instant();
    try {
      if (!slots.tryAcquire(load.deadline().toMillis(), TimeUnit.MILLISECONDS)) {
        return notLoaded(FailureReason.DRIVER, "no worker became free", start);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return notLoaded(FailureReason.STOPPED, "interrupted while waiting for a worker", start);
    }
    try {
      return load(load, worker(), start);
    } catch (IOException e) {
      return notLoaded(FailureReason.DRIVER, "no worker could be started: " + e, start);
    } finally {
      slots.release();
    }
  }

  /** Ends all workers; loads in flight answer {@code stopped}, later ones too. */
  @Override
  public void close() {
    closed.set(true);
    all.forEach(Worker::kill);
    all.forEach(this::discard);
  }

  /** Process ids of the workers that live now, for the operator's eyes. */
  List<Long> pids() {
    return all.stream().map(Worker::pid).toList();
  }

  private LoadOutcome load(PageLoad load, Worker worker, Instant start) {
    AtomicBoolean late = new AtomicBoolean();
    Future<?> kill =
        watchdog.schedule(
            () -> {
              late.set(true);
              worker.kill();
            },
            load.deadline().plus(grace).toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      LoadOutcome outcome = worker.load(load);
      // neither a kill that has begun nor a script that goes on may meet the next load
      if (kill.cancel(false) && worker.isQuiet()) {
        idle.push(worker);
      } else {
        discard(worker);
      }
      return outcome;
    } catch (IOException e) {
      discard(worker);
      if (closed.get()) {
        return notLoaded(FailureReason.STOPPED, "the driver was closed", start);
      }
      return late.get()
          ? notLoaded(FailureReason.TIMEOUT, "killed at the hard deadline", start)
          : notLoaded(FailureReason.DRIVER, "the worker ended: " + e, start);
    } finally {
      kill.cancel(false);
    }
  }

  private Worker worker() throws IOException {
    Optional<Worker> free = Optional.ofNullable(idle.poll());
    if (free.isPresent() && free.get().isAlive()) {
      return free.get();
    }
    free.ifPresent(this::discard);
    Worker started = Worker.start(launch, settings);
    all.add(started);
    if (closed.get()) {
      discard(started);
    }
    return started;
  }

  private void discard(Worker worker) {
    worker.remove();
    all.remove(worker);
  }

  private NotLoaded notLoaded(FailureReason reason, String detail, Instant start) {
    return new NotLoaded(reason, detail, Duration.between(start, clock.instant()));
  }
}
