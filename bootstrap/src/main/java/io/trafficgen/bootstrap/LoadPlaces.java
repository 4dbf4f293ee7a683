package io.trafficgen.bootstrap;

import com.sun.management.OperatingSystemMXBean;
import io.trafficgen.engine.worker.WorkerLaunch;
import java.lang.management.ManagementFactory;
import java.util.OptionalInt;

/**
 * How many pages are loaded at once. A load waits for its site most of the time, so a worker bears
 * several; more workers than processors would only share them.
 *
 * @param workers processes
 * @param loads at once in each
 */
record LoadPlaces(int workers, int loads) {
  /** With more of them all at work, pages would take longer by our own doing. */
  private static final int MOST = 8;

  private static final long MEGABYTE = 1 << 20;

  /** For this machine. */
  static LoadPlaces here(OptionalInt wished) {
    OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return of(wished, Runtime.getRuntime().availableProcessors(), machine.getTotalMemorySize());
  }

  /**
   * @param wished loads at once, all in all; absent = as many as half the memory bears
   * @param memory in bytes, of the whole machine
   */
  static LoadPlaces of(OptionalInt wished, int processors, long memory) {
    int workers = Math.max(2, processors);
    if (wished.isPresent()) {
      int used = Math.min(workers, wished.getAsInt());
      return new LoadPlaces(used, Math.ceilDiv(wished.getAsInt(), used));
    }
    long megabytes = memory / MEGABYTE / 2 / workers;
    int loads = MOST;
    while (loads > 1 && WorkerLaunch.heapMegabytes(loads) > megabytes) {
      loads--;
    }
    return new LoadPlaces(workers, loads);
  }

  int all() {
    return workers * loads;
  }
}
