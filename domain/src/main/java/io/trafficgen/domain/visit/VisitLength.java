package io.trafficgen.domain.visit;

import io.trafficgen.domain.settings.PageRange;
import io.trafficgen.domain.settings.Pages;
import io.trafficgen.domain.settings.ProjectSettings;
import java.time.Duration;
import java.util.stream.IntStream;

/** How long a visit keeps its slot. */
public final class VisitLength {
  /** What a page takes to load, on an ordinary site. */
  private static final Duration LOAD = Duration.ofSeconds(1);

  private VisitLength() {}

  /** The expected length: pages times load and dwell, bounces counted in. */
  public static Duration expected(ProjectSettings settings) {
    Pages pages = settings.pages();
    int planned = 1 + pages.innerUrlCount() + (pages.exitUrls().isEmpty() ? 0 : 1);
    PageRange range = pages.perVisit().orElse(new PageRange(planned, planned));
    double unbounced =
        IntStream.rangeClosed(range.min(), range.max())
            .map(count -> PageCourse.length(settings, count))
            .average()
            .orElseThrow();
    double mean = 1 + (unbounced - 1) * (100 - pages.bounceRate()) / 100;
    return Duration.ofMillis(Math.round(mean * pages.dwell().time().plus(LOAD).toMillis()));
  }
}
