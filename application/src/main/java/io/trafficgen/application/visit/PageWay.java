package io.trafficgen.application.visit;

import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.Robots;
import io.trafficgen.domain.settings.RobotsScope;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.PlannedClick;
import io.trafficgen.domain.visit.PlannedPage;
import io.trafficgen.domain.visit.PlannedStep;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The way of one visit through its pages: those that its plan names, and the links it clicks. */
final class PageWay {
  private final VisitOrder order;
  private final Robots robots;
  private int step;
  private Optional<URI> last;
  private List<URI> links = List.of();

  PageWay(VisitOrder order, Robots robots) {
    this.order = order;
    this.robots = robots;
    this.last = order.plan().referer().filter(order::isVerified);
  }

  /**
   * @param permitted whether the site's robots.txt leaves it to us
   */
  record Target(URI url, boolean permitted, Duration dwell) {}

  /** The next page; empty after the last. A click falls away where there is no link for it. */
  Optional<Target> next(Instant now) {
    List<PlannedStep> steps = order.plan().steps();
    Optional<Target> target = Optional.empty();
    while (target.isEmpty() && step < steps.size()) {
      target =
          switch (steps.get(step)) {
            case PlannedPage page ->
                Optional.of(new Target(page.url(), isPermitted(page), page.dwell()));
            case PlannedClick click ->
                click.link(clickable(now)).map(url -> new Target(url, true, click.dwell()));
          };
      step++;
    }
    return target;
  }

  /** Where the visit comes from. */
  Optional<URI> last() {
    return last;
  }

  void arrived(Loaded loaded) {
    last = Optional.of(loaded.url());
    // A dwelling visit is small: what no click will choose from is not kept.
    List<PlannedStep> steps = order.plan().steps();
    boolean clicks = step < steps.size() && steps.get(step) instanceof PlannedClick;
    links = clicks ? loaded.links() : List.of();
  }

  private boolean isPermitted(PlannedPage page) {
    boolean asked = page.found() || order.askRobots() == RobotsScope.ALL;
    return !asked || isAllowed(page.url());
  }

  /** A closed host is not asked for its robots.txt either: its page is refused as such. */
  private boolean isAllowed(URI page) {
    return order.closed().apply(page).isPresent() || robots.allows(page);
  }

  /** Links to other pages of the same host, where we are welcome. */
  private List<URI> clickable(Instant now) {
    URI from = last.orElseThrow();
    Optional<Host> host = order.hosts().stream().filter(one -> one.covers(from)).findFirst();
    return links.stream()
        .filter(link -> host.filter(one -> one.covers(link)).isPresent())
        .filter(link -> !link.equals(from) && order.welcome().test(link, now))
        .filter(this::isAllowed)
        .toList();
  }
}
