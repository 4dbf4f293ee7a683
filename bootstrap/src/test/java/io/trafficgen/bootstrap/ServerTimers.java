package io.trafficgen.bootstrap;

import java.util.concurrent.ScheduledExecutorService;

/** What ends the dwells of a server, for {@code benchmark.DwellBenchmark}. */
public final class ServerTimers {
  private ServerTimers() {}

  public static ScheduledExecutorService open() {
    return new TickingTimers();
  }
}
