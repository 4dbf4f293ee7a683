package io.trafficgen.domain.visit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Counts of a project's visits (product page, 1.7).
 *
 * @param failures failed visits of {@code totals}, by their reasons
 * @param series spans in which visits ended, in their order; the latest of them
 */
public record ProjectStats(
    Counts totals, Counts today, Map<FailureReason, Long> failures, List<Bucket> series) {
  public ProjectStats {
    failures = Map.copyOf(failures);
    series = List.copyOf(series);
  }

  /**
   * @param dropped due but not started in time
   * @param billed visits paid
   */
  public record Counts(long started, long completed, long failed, long dropped, long billed) {}

  /**
   * What ended in the span that begins at {@code start}.
   *
   * @param pages loaded by these visits
   */
  public record Bucket(Instant start, long completed, long failed, long pages) {}

  /** Length of a span. Minutes and hours are those of UTC, a day is one of the project's zone. */
  public enum Step {
    MINUTE(180),
    HOUR(168),
    DAY(366);

    private final int most;

    Step(int most) {
      this.most = most;
    }

    /** Spans that a series has at most. */
    public int most() {
      return most;
    }

    /** The name on the wire, for example {@code hour}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
