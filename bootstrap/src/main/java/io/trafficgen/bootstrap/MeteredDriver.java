package io.trafficgen.bootstrap;

import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.application.port.VisitDriver;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Loads pages as another driver does, and tells when so many loads run or wait for a worker that
 * this node had better claim no more visits. What waits for an exit or a robots.txt is not among
 * them: another node could not serve it sooner.
 */
final class MeteredDriver implements VisitDriver {
  private final VisitDriver driver;
  private final int most;
  private final AtomicInteger underway = new AtomicInteger();

  /**
   * @param most loads, waiting ones included, of a node that keeps up
   */
  MeteredDriver(VisitDriver driver, int most) {
    this.driver = driver;
    this.most = most;
  }

  @Override
  public LoadOutcome load(PageLoad load) {
    underway.incrementAndGet();
    try {
      return driver.load(load);
    } finally {
      underway.decrementAndGet();
    }
  }

  /** Whether the node does not keep up. */
  boolean isFull() {
    return underway.get() >= most;
  }
}
