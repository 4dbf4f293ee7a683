package io.trafficgen.application.visit;

import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.domain.visit.VisitOutcome;
import java.net.URI;
import java.time.Duration;

/** Who hears how a visit goes. */
interface VisitListener {
  /**
   * @param page its number in the visit, from 1
   */
  void loaded(int page, Loaded loaded);

  /** The site asked to be left alone for {@code wait}; the visit ends now. */
  void askedToWait(URI page, Duration wait);

  /**
   * Said once, after the last page.
   *
   * @param pages that were loaded
   */
  void ended(VisitRun visit, VisitOutcome outcome, int pages);
}
