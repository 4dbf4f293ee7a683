package io.trafficgen.domain.visit;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * One page of a {@link VisitPlan}.
 *
 * @param dwell how long the visit stays after the page has loaded
 */
public record PlannedPage(URI url, Duration dwell) {
  public PlannedPage {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(dwell, "dwell");
  }
}
