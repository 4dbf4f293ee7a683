package io.trafficgen.domain.visit;

import java.time.Instant;
import java.util.List;

/** Counts of a project's visits (product page, 1.7). */
public record ProjectStats(Counts totals, Counts today, List<Bucket> series) {
  public ProjectStats {
    series = List.copyOf(series);
  }

  /**
   * @param dropped due but not started in time
   * @param billed visits paid
   */
  public record Counts(long started, long completed, long failed, long dropped, long billed) {}

  /** What ended in the hour that begins at {@code start}. */
  public record Bucket(Instant start, long completed, long failed) {}
}
