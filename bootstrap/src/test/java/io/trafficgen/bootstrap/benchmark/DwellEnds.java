package io.trafficgen.bootstrap.benchmark;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** When dwells should end, and how much later they did. */
final class DwellEnds {
  private final long[] nanos;
  private final long[] late;
  private final CountDownLatch toBegin;
  private final CountDownLatch toEnd;

  /**
   * @param nanos of each dwell; not altered
   */
  DwellEnds(long[] nanos) {
    this.nanos = nanos;
    this.late = new long[nanos.length];
    this.toBegin = new CountDownLatch(nanos.length);
    this.toEnd = new CountDownLatch(nanos.length);
  }

  /** How long the dwell lasts that begins now. */
  long begin(int number) {
    late[number] = -(System.nanoTime() + nanos[number]);
    toBegin.countDown();
    return nanos[number];
  }

  void end(int number) {
    late[number] += System.nanoTime();
    toEnd.countDown();
  }

  void awaitBegun() throws InterruptedException {
    toBegin.await();
  }

  void awaitEnded() throws InterruptedException {
    toEnd.await();
  }

  boolean anyEnded() {
    return toEnd.getCount() < nanos.length;
  }

  /** Milliseconds that all but {@code share} of the ended dwells stayed below. */
  double lateMillis(double share) {
    long[] sorted = late.clone();
    Arrays.sort(sorted);
    return sorted[(int) ((1 - share) * (sorted.length - 1))] / 1e6;
  }
}
