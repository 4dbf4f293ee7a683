package io.trafficgen.engine.worker;

import io.trafficgen.application.port.HostGate;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.application.port.VisitDriver;
import io.trafficgen.domain.safety.HostClosures;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.engine.EngineSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
 *       {@code driver}. From then on pages of the guilty one's site are loaded alone at once, until
 *       ten minutes have passed in which none of them ended its worker.
 * </ul>
 *
 * <p>Safe for concurrent use; a load beyond the number of places waits for one, and no site gets
 * more than half of them while others ask too ({@link FairPlaces}).
 */
public final class IsolatedVisitDriver implements VisitDriver, HostGate, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IsolatedVisitDriver.class);

  /** A site may change; until then each of its pages costs a process. */
  private static final Duration MEMORY = Duration.ofMinutes(10);

  private final WorkerPool workers;
  private final Attempts attempts;
  private final InstantSource clock;

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
    this(settings, launch, workers, grace, MEMORY, clock);
  }

  /**
   * @param memory of sites that ended their worker
   */
  IsolatedVisitDriver(
      EngineSettings settings,
      WorkerLaunch launch,
      int workers,
      Duration grace,
      Duration memory,
      InstantSource clock) {
    this.workers = new WorkerPool(settings, launch, workers, clock);
    this.attempts =
        new Attempts(
            this.workers,
            new FairPlaces(workers * launch.loads(), clock),
            new FairPlaces(workers, clock),
            new GuiltySites(memory, clock),
            grace,
            clock);
    this.clock = clock;
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
      return attempts.load(load);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new NotLoaded(
          FailureReason.STOPPED, "interrupted", Duration.between(start, clock.instant()));
    }
  }
}
