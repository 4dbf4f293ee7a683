package io.trafficgen.domain.visit;

import java.time.Duration;

/** One step of a {@link VisitPlan}: a page, and how long the visit stays there. */
public sealed interface PlannedStep permits PlannedPage, PlannedClick {
  /** How long the visit stays after the page has loaded. */
  Duration dwell();
}
