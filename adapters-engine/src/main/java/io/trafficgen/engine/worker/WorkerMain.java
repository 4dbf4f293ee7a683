package io.trafficgen.engine.worker;

import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.engine.EngineSettings;
import io.trafficgen.engine.NameResolver;
import io.trafficgen.engine.PageVisitDriver;
import io.trafficgen.engine.signature.RequestSigner;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Main of a worker process: reads loads from standard input, answers on standard output, and ends
 * when its parent's end of the pipe closes, for whatever reason.
 *
 * <p>A program of its own, it takes the system's clock as {@code bootstrap} does for the server.
 */
public final class WorkerMain {
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
            settings,
            NameResolver.system(),
            InstantSource.system(),
            Executors.newSingleThreadScheduledExecutor());
    ExecutorService loads = Executors.newSingleThreadExecutor();
    while (true) {
      // read on while a load runs, so that the end of the pipe is seen at once
      PageLoad load = Frames.read(in, LoadFrames::readLoad);
      loads.execute(() -> answer(out, driver.load(load)));
    }
  }

  private static void answer(OutputStream out, LoadOutcome outcome) {
    try {
      boolean quiet = isQuiet();
      Frames.write(
          out,
          outcome,
          (frame, value) -> {
            LoadFrames.writeOutcome(frame, value);
            frame.writeBoolean(quiet);
          });
    } catch (IOException e) {
      Runtime.getRuntime().halt(1);
    }
  }

  /**
   * Whether every script of the load has ended: HtmlUnit waits ten seconds for one that is in the
   * parser, where no bound of scripts holds, and then leaves its thread running.
   */
  private static boolean isQuiet() {
    return Thread.getAllStackTraces().keySet().stream()
        .noneMatch(thread -> thread.getName().startsWith("JS executor"));
  }
}
