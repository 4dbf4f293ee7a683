package io.trafficgen.engine.worker;

import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.safety.HostClosures;
import io.trafficgen.engine.EngineSettings;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
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

/** One child process, seen from the parent; its loads are told apart by number. */
final class Worker {
  /**
   * A load that is under way.
   *
   * @param due when it should have answered by itself
   */
  private record Errand(CompletableFuture<LoadOutcome> outcome, Instant due) {}

  private final Process process;
  private final Path folder;
  private final AtomicLong numbers = new AtomicLong();

  /** A load that is given up stays here until the process ends. */
  private final Map<Long, Errand> errands = new ConcurrentHashMap<>();

  /** Writes frames in their order: nobody else may wait for a worker that does not read. */
  private final ExecutorService writer;

  private volatile boolean ended;
  private volatile boolean spoiled;

  private Worker(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
    this.writer =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("to worker " + process.pid()).factory());
  }

  static Worker start(WorkerLaunch launch, EngineSettings settings) throws IOException {
    Path folder = TemporaryFolder.create(launch.folder());
    ProcessBuilder builder =
        new ProcessBuilder(launch.command(folder))
            .directory(folder.toFile())
            .redirectError(Redirect.DISCARD);
    // nothing of ours, secrets above all, is inherited
    builder.environment().clear();
    Worker worker = new Worker(builder.start(), folder);
    worker.write(settings, SettingsFrame::write);
    Thread.ofPlatform().daemon().name("worker " + worker.pid()).start(worker::listen);
    return worker;
  }

  /**
   * Begins a load and waits for nothing; its future fails with a {@link WorkerEndedException} if
   * the process ends first.
   *
   * @param time that the load has, whatever its own deadline
   * @param due when that is over
   */
  synchronized CompletableFuture<LoadOutcome> begin(PageLoad load, Duration time, Instant due)
      throws WorkerEndedException {
    if (ended) {
      throw new WorkerEndedException("it had ended before", true);
    }
    long number = numbers.incrementAndGet();
    Errand errand = new Errand(new CompletableFuture<>(), due);
    errands.put(number, errand);
    write(
        load,
        (frame, value) -> {
          frame.writeLong(number);
          LoadFrames.writeLoad(frame, value, time);
        });
    return errand.outcome();
  }

  /** From now on its loads ask nothing of these hosts, those under way included. */
  synchronized void admitAllBut(HostClosures closed) {
    if (!ended) {
      write(
          closed,
          (frame, value) -> {
            frame.writeLong(ClosuresFrame.NUMBER);
            ClosuresFrame.write(frame, value);
          });
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

  boolean isAlive() {
    return !ended && process.isAlive();
  }

  /** Ends the process without waiting; loads that are in it may be made again. */
  synchronized void kill() {
    spoiled = true;
    ended = true;
    process.destroyForcibly();
  }

  long pid() {
    return process.pid();
  }

  /** Ends the process, waits for its end and removes what it left. */
  void remove() {
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    TemporaryFolder.remove(folder);
  }

  private <T> void write(T value, Frames.Writer<T> how) {
    writer.execute(() -> {
      try {
        Frames.write(process.getOutputStream(), value, how);
      } catch (IOException e) {
        // whoever listens hears of the end too, and tells all
        process.destroyForcibly();
      }
    });
  }

  private void listen() {
    try {
      while (true) {
        Frames.read(process.getInputStream(), this::hear);
      }
    } catch (IOException | RuntimeException e) {
      end(e);
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

  private synchronized void end(Exception why) {
    // nonsense on the pipe is as good as an end
    process.destroyForcibly();
    ended = true;
    writer.shutdownNow();
    boolean company = spoiled || errands.size() > 1;
    errands
        .values()
        .forEach(errand ->
            errand
                .outcome()
                .completeExceptionally(new WorkerEndedException(why.toString(), company)));
  }
}
