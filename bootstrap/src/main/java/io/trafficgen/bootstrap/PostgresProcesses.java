package io.trafficgen.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Who works on a data directory now.
 *
 * @param data the directory, without symbolic links on the way
 */
record PostgresProcesses(Path data) {
  /** The server of these data that a killed run left behind. */
  Optional<ProcessHandle> leftOver() throws IOException {
    if (!Files.exists(pidFile())) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile());
    if (lines.isEmpty() || !lines.get(0).strip().matches("[0-9]{1,9}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(this::worksHere);
  }

  /**
   * Removes what a killed server left, once the last of its processes is gone. PostgreSQL does so
   * itself, but takes a zombie for alive, and who runs in a container may have nobody to reap it.
   *
   * @throws StartRefusedException if its processes do not end
   */
  void clearAfterKill(Duration patience) throws IOException {
    for (ProcessHandle worker : ProcessHandle.allProcesses().filter(this::worksHere).toList()) {
      try {
        worker.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new StartRefusedException("process " + worker.pid() + " still uses " + data, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StartRefusedException("the start was interrupted", e);
      }
    }
    Files.deleteIfExists(pidFile());
  }

  /** A process number is used again: only a PostgreSQL that stands in these data is ours. */
  private boolean worksHere(ProcessHandle process) {
    try {
      Path folder = Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"));
      boolean postgres =
          process.info().command().filter(command -> command.endsWith("/postgres")).isPresent();
      return postgres && folder.equals(data);
    } catch (IOException e) {
      // It has ended, or is somebody else's.
      return false;
    }
  }

  private Path pidFile() {
    return data.resolve("postmaster.pid");
  }
}
