package io.trafficgen.domain.visit;

import io.trafficgen.domain.settings.ProjectSettings;
import java.time.Duration;

/** How long a visit keeps its slot. */
public final class VisitLength {
  /** What a page takes to load, on an ordinary site. */
  private static final Duration LOAD = Duration.ofSeconds(1);

  private VisitLength() {}

  /** The expected length: pages times load and dwell, bounces counted in. */
  public static Duration expected(ProjectSettings settings) {
    double more = settings.innerUrls().isEmpty() ? 0 : settings.innerUrlCount();
    double pages = 1 + more * (100 - settings.bounceRate()) / 100;
    return Duration.ofMillis(Math.round(pages * settings.timeOnPage().plus(LOAD).toMillis()));
  }
}
