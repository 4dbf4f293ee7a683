package io.trafficgen.application.visit;

import io.trafficgen.domain.exit.Exit;
import io.trafficgen.domain.settings.SuccessRule;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.VisitId;
import io.trafficgen.domain.visit.VisitPlan;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * A visit to make.
 *
 * @param exit that it goes through; empty if none meets its wish
 * @param hosts that the account has verified: the visit goes nowhere else
 * @param welcome whether the site wishes this page visited at this moment
 * @param success what counts as a page
 */
record VisitOrder(
    VisitId id,
    VisitPlan plan,
    Optional<Exit> exit,
    Set<Host> hosts,
    BiPredicate<URI, Instant> welcome,
    SuccessRule success) {
  VisitOrder {
    hosts = Set.copyOf(hosts);
  }

  /** Whether the account has proved control of the host of {@code url}. */
  boolean isVerified(URI url) {
    return hosts.stream().anyMatch(host -> host.covers(url));
  }
}
