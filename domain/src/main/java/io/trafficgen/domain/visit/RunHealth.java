package io.trafficgen.domain.visit;

import java.time.Duration;
import java.util.Optional;

/**
 * How the last visits of a project went, since its last start by a user, up to the number that its
 * stop rule looks at. Visits that we ended ourselves tell nothing of the site and are left out.
 *
 * @param visits that it looks at
 * @param failed of them, but for those that a site asked to come later
 * @param askedToWait of them: a site asked to come later
 * @param p95 95th percentile, by nearest rank, of their page loads; empty if it was not asked for
 *     or there is none
 */
public record RunHealth(int visits, int failed, int askedToWait, Optional<Duration> p95) {}
