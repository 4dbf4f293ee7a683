package io.trafficgen.domain.visit;

import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.settings.RetryAfterRule;
import io.trafficgen.domain.settings.StopRule;
import java.util.Optional;

/** Decides whether a project has to stop by itself: {@code qa.stopOn} (product page, 1.3). */
public final class Breaker {
  private Breaker() {}

  /**
   * Why the project stops; empty if it goes on.
   *
   * <p>Errors trip as soon as they are more than the rule bears in a whole window, so that a dead
   * site is left alone early, and one failure of few visits stops nothing. Times trip once the
   * window is full.
   */
  public static Optional<StatusReason> trips(StopRule rule, RunHealth health) {
    if (health.askedToWait() > 0 && rule.onRetryAfter() == RetryAfterRule.STOP) {
      return Optional.of(StatusReason.RETRY_AFTER);
    }
    boolean errors = health.failed() * 100L > (long) rule.errorRatePercent() * rule.windowVisits();
    boolean slow =
        health.visits() >= rule.windowVisits()
            && rule.p95()
                .flatMap(limit -> health.p95().filter(time -> time.compareTo(limit) > 0))
                .isPresent();
    return errors || slow ? Optional.of(StatusReason.UNHEALTHY) : Optional.empty();
  }
}
