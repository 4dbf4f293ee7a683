package io.trafficgen.application.visit;

import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.application.port.VisitDriver;
import io.trafficgen.domain.visit.FailureReason;
import java.time.Duration;

/**
 * Loads pages as another driver does, as many at once through each exit as that bears; a dwell
 * takes no room. One load more waits for its turn, as long as a load may last, and ends as {@code
 * no-exit}.
 */
public final class LoadThroughExit implements VisitDriver {
  private final ExitPool exits;
  private final VisitDriver driver;

  public LoadThroughExit(ExitPool exits, VisitDriver driver) {
    this.exits = exits;
    this.driver = driver;
  }

  @Override
  public LoadOutcome load(PageLoad load) {
    try {
      if (!exits.enter(load.exit(), load.deadline())) {
        return new NotLoaded(FailureReason.NO_EXIT, "no room in the exit", load.deadline());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new NotLoaded(
          FailureReason.STOPPED, "interrupted while waiting for the exit", Duration.ZERO);
    }
    try {
      return driver.load(load);
    } finally {
      exits.leave(load.exit());
    }
  }
}
