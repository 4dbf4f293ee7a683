package io.trafficgen.engine.worker;

import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.engine.EngineSettings;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** One child process, seen from the parent; it serves one load at a time. */
final class Worker {
  private final Process process;
  private final Path folder;
  private volatile boolean quiet = true;

  private Worker(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
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
    try {
      Frames.write(worker.process.getOutputStream(), settings, SettingsFrame::write);
      return worker;
    } catch (IOException e) {
      worker.remove();
      throw e;
    }
  }

  /**
   * @throws IOException if the process ended, or was ended, before it answered
   */
  LoadOutcome load(PageLoad load) throws IOException {
    Frames.write(process.getOutputStream(), load, LoadFrames::writeLoad);
    return Frames.read(
        process.getInputStream(),
        frame -> {
          LoadOutcome outcome = LoadFrames.readOutcome(frame);
          quiet = frame.readBoolean();
          return outcome;
        });
  }

  /** Whether its last load left nothing running that the next one would meet. */
  boolean isQuiet() {
    return quiet;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Ends the process at once; does not wait. */
  void kill() {
    process.destroyForcibly();
  }

  /** Ends the process, waits for its end and removes what it left. */
  void remove() {
    kill();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    TemporaryFolder.remove(folder);
  }
}
