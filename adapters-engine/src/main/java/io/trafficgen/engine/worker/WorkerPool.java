package io.trafficgen.engine.worker;

import io.trafficgen.domain.safety.HostClosures;
import io.trafficgen.engine.EngineSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The workers that live. They start when loads need them and serve many in turn. One that is not
 * sound is retired: it gets no more loads and ends when the last one in it has ended. Another takes
 * its place at once, while there are no more than twice as many as are to serve; beyond that the
 * oldest retired one is killed.
 */
final class WorkerPool {
  private final WorkerProcess.Start start;
  private final EngineSettings settings;
  private final WorkerLaunch launch;
  private final int most;
  private final InstantSource clock;

  /** How many loads are in each, in the order in which they started. */
  private final Map<Worker, Integer> shared = new LinkedHashMap<>();

  private final List<Worker> single = new ArrayList<>();
  private HostClosures closures = HostClosures.none();
  private boolean closed;

  WorkerPool(EngineSettings settings, WorkerLaunch launch, int most, InstantSource clock) {
    this(WorkerProcess::start, settings, launch, most, clock);
  }

  /**
   * @param start may take its time: nobody waits for it but the loads that go there
   * @param most sound workers at once that serve many; with retired ones at most twice as many
   */
  WorkerPool(
      WorkerProcess.Start start,
      EngineSettings settings,
      WorkerLaunch launch,
      int most,
      InstantSource clock) {
    this.start = start;
    this.settings = settings;
    this.launch = launch;
    this.most = most;
    this.clock = clock;
  }

  /** The sound worker with the fewest loads; {@link #leave} must follow. */
  synchronized Worker take() throws IOException {
    List<Worker> sound =
        shared.keySet().stream().filter(worker -> worker.isSound(clock.instant())).toList();
    Optional<Worker> best = sound.stream().min(Comparator.comparingInt(this::loadsIn));
    Worker taken =
        best.isPresent() && (sound.size() >= most || loadsIn(best.get()) == 0)
            ? best.get()
            : startAnother();
    shared.put(taken, loadsIn(taken) + 1);
    return taken;
  }

  /** A fresh worker that nobody else gets; {@link #leave} must follow. */
  synchronized Worker takeAlone() throws IOException {
    Worker taken = start(launch.alone());
    single.add(taken);
    return taken;
  }

  /**
   * In all workers, those that start later included; see {@link Worker#admitAllBut}.
   *
   * @throws UncheckedIOException if they are too many to tell; then the former ones hold
   */
  synchronized void admitAllBut(HostClosures now) {
    if (closures.equals(now)) {
      return;
    }
    try {
      for (Worker worker : all()) {
        worker.admitAllBut(now);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    closures = now;
  }

  void leave(Worker worker) {
    if (isDone(worker)) {
      worker.remove();
    }
    // whichever ended while nobody was in it
    idleOnesThatEnded().forEach(Worker::remove);
  }

  /** Ends all workers; none starts any more. */
  void close() {
    synchronized (this) {
      closed = true;
    }
    all().forEach(Worker::remove);
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Process ids of the workers that live now. */
  List<Long> pids() {
    return all().stream().filter(Worker::isAlive).map(Worker::pid).toList();
  }

  private synchronized List<Worker> all() {
    return Stream.concat(single.stream(), shared.keySet().stream()).toList();
  }

  private Worker startAnother() throws IOException {
    List<Worker> alive = shared.keySet().stream().filter(Worker::isAlive).toList();
    if (alive.size() >= 2 * most) {
      alive.stream()
          .filter(worker -> !worker.isSound(clock.instant()))
          .findFirst()
          .ifPresent(Worker::kill);
    }
    return start(launch);
  }

  private Worker start(WorkerLaunch how) throws IOException {
    if (closed) {
      throw new WorkerEndedException("the driver was closed", false);
    }
    Worker started = Worker.start(start, how, settings);
    started.admitAllBut(closures);
    return started;
  }

  private int loadsIn(Worker worker) {
    return shared.getOrDefault(worker, 0);
  }

  private synchronized boolean isDone(Worker worker) {
    if (single.remove(worker)) {
      return true;
    }
    int left = loadsIn(worker) - 1;
    shared.put(worker, left);
    if (left > 0 || worker.isSound(clock.instant())) {
      return false;
    }
    shared.remove(worker);
    return true;
  }

  private synchronized List<Worker> idleOnesThatEnded() {
    List<Worker> ended =
        shared.entrySet().stream()
            .filter(entry -> entry.getValue() == 0 && !entry.getKey().isSound(clock.instant()))
            .map(Map.Entry::getKey)
            .toList();
    shared.keySet().removeAll(ended);
    return ended;
  }
}
