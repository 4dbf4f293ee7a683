package io.trafficgen.domain.settings;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code qa.stopOn}: when a project stops by itself.
 *
 * @param errorRatePercent more failed visits than this, of the last {@code windowVisits}, 0 to 100
 * @param p95 a slower 95th percentile of their page loads; empty for no such rule
 * @param windowVisits 1 to 10,000
 */
public record StopRule(
    int errorRatePercent, Optional<Duration> p95, int windowVisits, RetryAfterRule onRetryAfter) {
  private static final WholeNumber MILLIS = new WholeNumber(1, 300_000);

  public StopRule {
    Objects.requireNonNull(p95, "p95");
    Objects.requireNonNull(onRetryAfter, "onRetryAfter");
  }

  static StopRule read(FieldReader stopOn) {
    return new StopRule(
        stopOn.read("errorRatePercent", 20, WholeNumber.PERCENT),
        stopOn.find("p95Millis", MILLIS.andThen(Duration::ofMillis)),
        stopOn.read("windowVisits", 50, new WholeNumber(1, 10_000)),
        stopOn.read("onRetryAfter", RetryAfterRule.PAUSE, new Choice<>(RetryAfterRule.class)));
  }
}
