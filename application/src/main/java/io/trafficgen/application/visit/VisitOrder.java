package io.trafficgen.application.visit;

import io.trafficgen.application.port.Cookie;
import io.trafficgen.application.port.PageWishes;
import io.trafficgen.domain.exit.Exit;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.settings.RobotsScope;
import io.trafficgen.domain.settings.SuccessRule;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.VisitId;
import io.trafficgen.domain.visit.VisitPlan;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A visit to make.
 *
 * @param exit that it goes through; empty if none meets its wish
 * @param hosts that the account has verified: the visit goes nowhere else
 * @param welcome whether the site wishes this page visited at this moment
 * @param closed why nobody may load this page now, if so
 * @param askRobots of which pages the site's robots.txt is asked
 * @param success what counts as a page
 * @param wishes what the owner wants of each load
 * @param jar cookies that the visit comes back with; asked once, when it begins
 */
record VisitOrder(
    VisitId id,
    VisitPlan plan,
    Optional<Exit> exit,
    Set<Host> hosts,
    BiPredicate<URI, Instant> welcome,
    Function<URI, Optional<FailureReason>> closed,
    RobotsScope askRobots,
    SuccessRule success,
    PageWishes wishes,
    Supplier<List<Cookie>> jar) {
  VisitOrder {
    hosts = Set.copyOf(hosts);
  }

  /** The page wishes of a project's visits; the cache is the project's own. */
  static PageWishes wishes(ProjectSettings settings, Optional<ProjectId> project) {
    return new PageWishes(
        settings.browsing().blocked(),
        settings.supervision().success().mustContain(),
        project.filter(owner -> settings.browsing().cache()));
  }

  /** Whether the account has proved control of the host of {@code url}. */
  boolean isVerified(URI url) {
    return hosts.stream().anyMatch(host -> host.covers(url));
  }
}
