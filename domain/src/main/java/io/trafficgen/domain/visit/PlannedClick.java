package io.trafficgen.domain.visit;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A click on a link of the page before.
 *
 * @param choice which of its links, from 0 to less than 1
 */
public record PlannedClick(double choice, Duration dwell) implements PlannedStep {
  public PlannedClick {
    Objects.requireNonNull(dwell, "dwell");
    if (choice < 0 || choice >= 1) {
      throw new IllegalArgumentException("a share: " + choice);
    }
  }

  /** The link to follow; empty if there is none. */
  public Optional<URI> link(List<URI> links) {
    return links.isEmpty()
        ? Optional.empty()
        : Optional.of(links.get((int) (choice * links.size())));
  }
}
