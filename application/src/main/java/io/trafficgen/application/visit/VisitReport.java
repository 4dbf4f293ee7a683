package io.trafficgen.application.visit;

import io.trafficgen.domain.visit.VisitOutcome;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How a visit went.
 *
 * @param pages where each of its loads ended, in their order
 */
public record VisitReport(VisitOutcome outcome, List<URI> pages, Duration duration) {
  public VisitReport {
    pages = List.copyOf(pages);
  }
}
