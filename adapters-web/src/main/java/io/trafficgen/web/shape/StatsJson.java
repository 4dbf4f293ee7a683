package io.trafficgen.web.shape;

import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.ProjectStats;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts of a project's visits. */
public record StatsJson(
    ProjectStats.Counts totals,
    ProjectStats.Counts today,
    SortedMap<String, Long> failures,
    List<BucketJson> series) {
  public static StatsJson of(ProjectStats stats) {
    return new StatsJson(
        stats.totals(),
        stats.today(),
        named(stats.failures()),
        stats.series().stream()
            .map(bucket ->
                new BucketJson(bucket.start(), bucket.completed(), bucket.failed(), bucket.pages()))
            .toList());
  }

  private static SortedMap<String, Long> named(Map<FailureReason, Long> failures) {
    SortedMap<String, Long> named = new TreeMap<>();
    failures.forEach((reason, visits) -> named.put(reason.wireName(), visits));
    return named;
  }

  /** What ended in the span that begins at {@code bucket}. */
  public record BucketJson(Instant bucket, long completed, long failed, long pages) {}
}
