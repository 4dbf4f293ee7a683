package io.trafficgen.bootstrap;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs page loads, and tells when so many wait that this node had better claim no more visits. */
final class LoadQueue implements Executor {
  private final Executor loads;
  private final int most;
  private final AtomicInteger underway = new AtomicInteger();

  /**
   * @param loads runs each at once
   * @param most loads, waiting ones included, of a node that keeps up
   */
  LoadQueue(Executor loads, int most) {
    this.loads = loads;
    this.most = most;
  }

  @Override
  public void execute(Runnable load) {
    underway.incrementAndGet();
    try {
      loads.execute(() -> {
        try {
          load.run();
        } finally {
          underway.decrementAndGet();
        }
      });
    } catch (RejectedExecutionException e) {
      underway.decrementAndGet();
      throw e;
    }
  }

  /** Whether the node does not keep up. */
  boolean isFull() {
    return underway.get() >= most;
  }
}
