package io.trafficgen.domain.visit;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * A page that the plan names.
 *
 * @param found whether it was found on the site, not written down by its owner
 */
public record PlannedPage(URI url, boolean found, Duration dwell) implements PlannedStep {
  public PlannedPage {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(dwell, "dwell");
  }
}
