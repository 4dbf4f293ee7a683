package io.trafficgen.bootstrap;

import com.sun.management.OperatingSystemMXBean;
import io.trafficgen.engine.worker.IsolatedVisitDriver;
import io.trafficgen.engine.worker.WorkerLaunch;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

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
   * @param wished loads at once at most, all in all; absent = as many as half the memory bears, if
   *     all workers fill their heaps
   * @param memory in bytes, of the whole machine
   */
  static LoadPlaces of(OptionalInt wished, int processors, long memory) {
    int usual = Math.max(2, processors);
    if (wished.isEmpty()) {
      return best(1, usual, workers -> loads(workers, memory / 2 / MEGABYTE));
    }
    int all = wished.getAsInt();
    int least = Math.ceilDiv(all, WorkerLaunch.MOST_LOADS);
    return best(least, Math.max(least, Math.min(usual, all)), workers -> all / workers);
  }

  int all() {
    return workers * loads;
  }

  /** Most loads in all, and for as many loads most workers. */
  private static LoadPlaces best(int least, int most, IntUnaryOperator loads) {
    return IntStream.rangeClosed(least, most)
        .mapToObj(workers -> new LoadPlaces(workers, loads.applyAsInt(workers)))
        .filter(places -> places.loads() > 0)
        .max(Comparator.comparingInt(LoadPlaces::all).thenComparingInt(LoadPlaces::workers))
        .orElse(new LoadPlaces(1, 1));
  }

  private static int loads(int workers, long megabytes) {
    int loads = MOST;
    while (loads > 0 && IsolatedVisitDriver.heapMegabytes(workers, loads) > megabytes) {
      loads--;
    }
    return loads;
  }
}
