package io.trafficgen.domain.visit;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One page loaded by a visit (product page, 1.5).
 *
 * @param page place in the visit, from 1
 * @param country the exit's real country, ISO 3166-1 alpha-2; empty if unknown, never a wish
 * @param ip the exit's configured public address; empty if unknown, never guessed
 * @param status HTTP status of the page
 * @param bytes body bytes of the page and its sub-resources
 */
public record Hit(
    VisitId visit,
    int page,
    ProjectId project,
    AccountId account,
    URI url,
    Optional<String> country,
    Optional<String> ip,
    Device device,
    Browser browser,
    int status,
    Duration duration,
    long bytes,
    int blockedRequests,
    Instant at) {
  /** Clocks that were set back in between make no time that is less than none. */
  public Hit {
    duration = duration.isNegative() ? Duration.ZERO : duration;
  }

  /** Identity of the hit. */
  public UUID id() {
    return visit.hit(page);
  }
}
