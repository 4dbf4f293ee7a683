package io.trafficgen.bootstrap;

import java.time.Instant;
import java.time.InstantSource;

/** Time that runs evenly from the start of the process, whatever happens to the wall clock. */
final class SteadyClock implements InstantSource {
  private final Instant start = Instant.now();
  private final long startNanos = System.nanoTime();

  @Override
  public Instant instant() {
    return start.plusNanos(System.nanoTime() - startNanos);
  }
}
