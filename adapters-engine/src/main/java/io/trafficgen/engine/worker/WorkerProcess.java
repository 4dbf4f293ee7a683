package io.trafficgen.engine.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A child process with the folder that it leaves behind. */
record WorkerProcess(Process process, Path folder) {
  /** How a worker comes to its process; blocks until it has one. */
  @FunctionalInterface
  interface Start {
    WorkerProcess start(WorkerLaunch launch) throws IOException;
  }

  static WorkerProcess start(WorkerLaunch launch) throws IOException {
    Path folder = TemporaryFolder.create(launch.folder());
    ProcessBuilder builder =
        new ProcessBuilder(launch.command(folder))
            .directory(folder.toFile())
            .redirectError(Redirect.DISCARD);
    // nothing of ours, secrets above all, is inherited
    builder.environment().clear();
    try {
      return new WorkerProcess(builder.start(), folder);
    } catch (IOException e) {
      TemporaryFolder.remove(folder);
      throw e;
    }
  }

  OutputStream input() {
    return process.getOutputStream();
  }

  InputStream output() {
    return process.getInputStream();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Ends it without waiting. */
  void kill() {
    process.destroyForcibly();
  }

  /** Ends it, waits for its end and removes what it left. */
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
