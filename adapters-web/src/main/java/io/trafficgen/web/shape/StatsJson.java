package io.trafficgen.web.shape;

import io.trafficgen.domain.visit.ProjectStats;
import java.time.Instant;
import java.util.List;

/** Counts of a project's visits. */
public record StatsJson(
    ProjectStats.Counts totals, ProjectStats.Counts today, List<BucketJson> series) {
  public static StatsJson of(ProjectStats stats) {
    return new StatsJson(
        stats.totals(),
        stats.today(),
        stats.series().stream()
            .map(bucket -> new BucketJson(bucket.start(), bucket.completed(), bucket.failed()))
            .toList());
  }

  /** What ended in the hour that begins at {@code bucket}. */
  public record BucketJson(Instant bucket, long completed, long failed) {}
}
