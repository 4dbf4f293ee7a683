package io.trafficgen.engine.worker;

import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.safety.HostClosures;
import io.trafficgen.engine.EngineSettings;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * One child process, seen from the parent; its loads are told apart by number. It takes loads from
 * its first moment on, and they wait for the process: nobody else does.
 */
final class Worker {
  /**
   * A load that is under way.
   *
   * @param due when it should have answered by itself
   */
  private record Errand(CompletableFuture<LoadOutcome> outcome, Instant due) {}

  private final CompletableFuture<WorkerProcess> process = new CompletableFuture<>();
  private final AtomicLong numbers = new AtomicLong();

  /** A load that is given up stays here until the process ends. */
  private final Map<Long, Errand> errands = new ConcurrentHashMap<>();

  /** Starts the process and writes frames: nobody else may wait for one that is slow at it. */
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("to a worker").factory());

  private volatile boolean ended;
  private volatile boolean spoiled;

  private Worker() {}

  /** Begins to start one and waits for nothing. */
  static Worker start(WorkerProcess.Start how, WorkerLaunch launch, EngineSettings settings)
      throws IOException {
    byte[] first = Frames.encode(settings, SettingsFrame::write);
    Worker worker = new Worker();
    worker.writer.execute(() -> worker.run(how, launch, first));
    return worker;
  }

  /**
   * Begins a load and waits for nothing; its future fails with a {@link WorkerEndedException} if
   * the process ends first, and with another {@link IOException} if it could not be started.
   *
   * @param time that the load has, whatever its own deadline
   * @param due when that is over
   */
  synchronized CompletableFuture<LoadOutcome> begin(PageLoad load, Duration time, Instant due)
      throws IOException {
    if (ended) {
      throw new WorkerEndedException("it had ended before", true);
    }
    long number = numbers.incrementAndGet();
    byte[] frame = encode(number, load, (out, value) -> LoadFrames.writeLoad(out, value, time));
    Errand errand = new Errand(new CompletableFuture<>(), due);
    errands.put(number, errand);
    write(frame);
    return errand.outcome();
  }

  /** From now on its loads ask nothing of these hosts, those under way included. */
  synchronized void admitAllBut(HostClosures closed) throws IOException {
    if (!ended) {
      write(encode(ClosuresFrame.NUMBER, closed, ClosuresFrame::write));
    }
  }

  /** Whether it lives, and no load in it is late or has left a script running. */
  boolean isSound(Instant now) {
    return isAlive()
        && !spoiled
        && errands.values().stream().noneMatch(errand -> errand.due().isBefore(now));
  }

  /** No load is to meet what runs in it. */
  void spoil() {
    spoiled = true;
  }

  /** Whether it serves, or will. */
  boolean isAlive() {
    return !ended && started().map(WorkerProcess::isAlive).orElse(true);
  }

  /** Ends the process without waiting; loads that are in it may be made again. */
  synchronized void kill() {
    spoiled = true;
    ended = true;
    started().ifPresent(WorkerProcess::kill);
  }

  /** Waits until there is one. */
  long pid() {
    return process.join().pid();
  }

  /** Ends the process, waits for its end and removes what it left. */
  void remove() {
    kill();
    process
        .copy()
        .orTimeout(5, TimeUnit.SECONDS)
        .handle((started, failure) -> Optional.ofNullable(started))
        .join()
        .ifPresent(WorkerProcess::remove);
  }

  private void run(WorkerProcess.Start how, WorkerLaunch launch, byte[] first) {
    try {
      WorkerProcess started = how.start(launch);
      process.complete(started);
      if (ended) { // nobody wants it any more
        started.kill();
      }
      Thread.ofPlatform().daemon().name("from a worker").start(() -> listen(started.output()));
      send(started, first);
    } catch (IOException | RuntimeException e) {
      end(company -> new IOException("no worker could be started", e));
    }
  }

  private static <T> byte[] encode(long number, T value, Frames.Writer<T> how) throws IOException {
    return Frames.encode(
        value,
        (frame, written) -> {
          frame.writeLong(number);
          how.write(frame, written);
        });
  }

  private void write(byte[] encoded) {
    writer.execute(() -> send(process.join(), encoded));
  }

  private static void send(WorkerProcess to, byte[] encoded) {
    try {
      Frames.write(to.input(), encoded);
    } catch (IOException e) {
      // whoever listens hears of the end too, and tells all
      to.kill();
    }
  }

  private void listen(InputStream output) {
    try {
      while (true) {
        Frames.read(output, this::hear);
      }
    } catch (IOException | RuntimeException e) {
      end(company -> new WorkerEndedException(e.toString(), company));
    }
  }

  private boolean hear(DataInputStream frame) throws IOException {
    Optional<Errand> errand = Optional.ofNullable(errands.remove(frame.readLong()));
    LoadOutcome outcome = LoadFrames.readOutcome(frame);
    boolean quiet = frame.readBoolean();
    if (!quiet) {
      spoil();
    }
    return errand.isPresent() && errand.get().outcome().complete(outcome);
  }

  /**
   * @param why of a load that may have had company
   */
  private synchronized void end(Function<Boolean, IOException> why) {
    ended = true;
    process.completeExceptionally(why.apply(false));
    // nonsense on the pipe is as good as an end
    started().ifPresent(WorkerProcess::kill);
    writer.shutdownNow();
    boolean company = spoiled || errands.size() > 1;
    errands.values().forEach(errand -> errand.outcome().completeExceptionally(why.apply(company)));
  }

  private Optional<WorkerProcess> started() {
    boolean is = process.isDone() && !process.isCompletedExceptionally();
    return is ? Optional.of(process.join()) : Optional.empty();
  }
}
