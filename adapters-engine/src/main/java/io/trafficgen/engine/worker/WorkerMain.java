package io.trafficgen.engine.worker;

import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.application.port.VisitDriver;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.engine.EngineSettings;
import io.trafficgen.engine.PageVisitDriver;
import io.trafficgen.engine.signature.RequestSigner;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * Main of a worker process: reads loads from standard input, answers on standard output, and ends
 * when its parent's end of the pipe closes, for whatever reason.
 *
 * <p>A program of its own, it takes the system's clock as {@code bootstrap} does for the server.
 */
public final class WorkerMain {
  /** As a JVM that exits on an {@link OutOfMemoryError}. */
  private static final int OUT_OF_MEMORY = 3;

  private WorkerMain() {}

  /**
   * @param arguments the temporary folder, which is removed at the end
   */
  public static void main(String[] arguments) {
    InputStream in = System.in;
    OutputStream out = System.out;
    // what a library prints must not stand between frames
    System.setOut(System.err);
    try {
      serve(in, out);
    } catch (IOException e) {
      // the pipe closed: the parent is gone or wants us gone
    } finally {
      TemporaryFolder.remove(Path.of(arguments[0]));
      // a page's script may still run, and nothing else is worth waiting for
      Runtime.getRuntime().halt(0);
    }
  }

  private static void serve(InputStream in, OutputStream out) throws IOException {
    EngineSettings settings =
        Frames.read(
            in,
            frame ->
                SettingsFrame.read(
                    frame,
                    key -> new RequestSigner(key, InstantSource.system(), new SecureRandom())));
    PageVisitDriver driver =
        new PageVisitDriver(
            settings, NameWall.raise(settings.policy()), InstantSource.system(), watchdog());
    PageTimers.install(settings.bounds().scriptTime());
    FullHeap.whenNearly(() -> Runtime.getRuntime().halt(OUT_OF_MEMORY));
    while (true) {
      // read on while loads run, so that the end of the pipe is seen at once
      Frames.read(
          in,
          frame -> {
            long number = frame.readLong();
            if (number == ClosuresFrame.NUMBER) {
              driver.admitAllBut(ClosuresFrame.read(frame));
              return number;
            }
            PageLoad load = LoadFrames.readLoad(frame);
            load.exit().proxy().ifPresent(NameWall::admit);
            LoadThreads.start(number, () -> answer(out, number, load(driver, load)));
            return number;
          });
    }
  }

  /** Of two threads, since cutting a connection may take a moment. */
  private static ScheduledExecutorService watchdog() {
    ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(2);
    // else every load would wake a thread once more, when its deadline comes
    watchdog.setRemoveOnCancelPolicy(true);
    return watchdog;
  }

  private static LoadOutcome load(VisitDriver driver, PageLoad load) {
    Instant start = InstantSource.system().instant();
    try {
      return driver.load(load);
    } catch (RuntimeException | LinkageError | AssertionError e) {
      // else the load would be waited for until its deadline
      return new LoadOutcome.NotLoaded(
          FailureReason.DRIVER,
          e.toString(),
          Duration.between(start, InstantSource.system().instant()));
    }
  }

  private static void answer(OutputStream out, long number, LoadOutcome outcome) {
    byte[] answer = encode(number, outcome, LoadThreads.current().areQuiet());
    synchronized (out) {
      try {
        Frames.write(out, answer);
      } catch (IOException e) {
        Runtime.getRuntime().halt(1);
      }
    }
  }

  /** A page may have more links and cookies than can be told: the neighbours are not to blame. */
  private static byte[] encode(long number, LoadOutcome outcome, boolean quiet) {
    try {
      return Frames.encode(
          outcome,
          (frame, value) -> {
            frame.writeLong(number);
            LoadFrames.writeOutcome(frame, value);
            frame.writeBoolean(quiet);
          });
    } catch (IOException e) {
      return encode(
          number,
          new LoadOutcome.NotLoaded(FailureReason.CONTENT, "too long to tell", Duration.ZERO),
          quiet);
    }
  }
}
