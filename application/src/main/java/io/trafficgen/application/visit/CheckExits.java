package io.trafficgen.application.visit;

import io.trafficgen.application.port.ExitProbe;
import io.trafficgen.domain.exit.Exit;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Looks at every exit, so that visits take those that work. */
public final class CheckExits {
  private final ExitPool exits;
  private final ExitProbe probe;
  private final Executor threads;
  private final InstantSource clock;

  /**
   * @param threads for probes, which block
   */
  public CheckExits(ExitPool exits, ExitProbe probe, Executor threads, InstantSource clock) {
    this.exits = exits;
    this.probe = probe;
    this.threads = threads;
    this.clock = clock;
  }

  /** One look at all of them at once, so that a dead one delays no other. */
  public void check() {
    List<CompletableFuture<Void>> looks =
        exits.configured().stream()
            .map(exit -> CompletableFuture.runAsync(() -> check(exit), threads))
            .toList();
    looks.forEach(CompletableFuture::join);
  }

  private void check(Exit exit) {
    exits.checked(exit, probe.problem(exit), clock.instant());
  }
}
