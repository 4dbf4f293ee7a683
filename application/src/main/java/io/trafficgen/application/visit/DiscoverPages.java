package io.trafficgen.application.visit;

import io.trafficgen.application.port.FoundPages;
import io.trafficgen.application.port.PageSearch;
import io.trafficgen.application.port.Projects;
import io.trafficgen.application.port.Safeguards;
import io.trafficgen.application.port.Sites;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.safety.SafetyRules;
import io.trafficgen.domain.settings.CrawlSource;
import io.trafficgen.domain.settings.Discovery;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.visit.FailureReason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * Looks for pages on the sites of active projects that wish it, once a day and after each change of
 * the wish. Apart from pacer and engine, which go on with what was found last.
 */
public final class DiscoverPages {
  private static final Duration GOOD_FOR = Duration.ofDays(1);

  /** Longer than any search takes, and how long a project whose search failed waits. */
  private static final Duration TURN = Duration.ofMinutes(10);

  private final Projects projects;
  private final Sites sites;
  private final Safeguards safeguards;
  private final ClosedHosts closed;
  private final PageSearch search;
  private final FoundPages found;
  private final Executor searches;
  private final InstantSource clock;

  /** Those whose search waits or runs, so that a backlog does not grow with every pass. */
  private final Set<ProjectId> underway = ConcurrentHashMap.newKeySet();

  /**
   * @param searches runs searches, each of which blocks; as many at once as it likes
   */
  public DiscoverPages(
      Projects projects,
      Sites sites,
      Safeguards safeguards,
      ClosedHosts closed,
      PageSearch search,
      FoundPages found,
      Executor searches,
      InstantSource clock) {
    this.projects = projects;
    this.sites = sites;
    this.safeguards = safeguards;
    this.closed = closed;
    this.search = search;
    this.found = found;
    this.searches = searches;
    this.clock = clock;
  }

  /** Begins the searches that are due, and does not wait for any of them. */
  public void discover() {
    // After a start the engine may not have read it yet.
    closed.read(clock.instant());
    for (Project project : projects.active()) {
      wishing(project)
          .filter(settings -> underway.add(project.id()))
          .ifPresent(settings -> searches.execute(() -> search(project, settings)));
    }
  }

  private static Optional<ProjectSettings> wishing(Project project) {
    try {
      return Optional.of(ProjectSettings.parse(project.settings()))
          .filter(settings -> settings.discovery().wanted());
    } catch (InvalidValueException unusable) {
      // The pacer stops such a project on its next pass.
      return Optional.empty();
    }
  }

  private void search(Project project, ProjectSettings settings) {
    try {
      Instant now = clock.instant();
      String wish = wish(settings);
      SafetyRules rules = safeguards.rules();
      List<Site> places = places(project, settings, rules, now);
      if (isTime(places, now)
          && found.claim(project.id(), wish, now, now.minus(GOOD_FOR), now.plus(TURN))) {
        List<URI> pages =
            search.search(scope(places, rules), settings.entryUrls(), order(settings));
        found.store(project.id(), wish, pages, clock.instant());
      }
    } finally {
      underway.remove(project.id());
    }
  }

  /**
   * The verified sites that the project's own URLs lie on, but for those that the operator wants
   * left alone: no search leaves them.
   */
  private List<Site> places(
      Project project, ProjectSettings settings, SafetyRules rules, Instant now) {
    Discovery discovery = settings.discovery();
    List<URI> own =
        Stream.of(
                settings.entryUrls().stream(),
                discovery.sitemap().at().stream(),
                discovery.crawler().at().stream())
            .flatMap(urls -> urls)
            .toList();
    return VerifiedSites.live(sites.verified(project.account()), now).stream()
        .filter(site -> own.stream().anyMatch(site.host()::covers))
        .filter(site -> rules.refusal(site.host()).isEmpty())
        .toList();
  }

  /** Whether a site is open, and none asked for a pause. */
  private boolean isTime(List<Site> places, Instant now) {
    return places.stream().anyMatch(site -> VerifiedSites.isOpen(site, now))
        && places.stream()
            .flatMap(site -> closed.refusal(site.host()).stream())
            .noneMatch(FailureReason.RETRY_AFTER::equals);
  }

  /** As many requests as visits may start in the minute that a search takes. */
  private PageSearch.Scope scope(List<Site> places, SafetyRules rules) {
    List<Host> hosts = places.stream().map(Site::host).toList();
    int operators = hosts.stream().mapToInt(rules::perMinute).min().orElseThrow();
    VisitableSites now = new VisitableSites(places, closed);
    return new PageSearch.Scope(
        url -> now.isOpen(url, clock.instant()),
        page -> VerifiedSites.permitting(places, page, clock.instant()).isPresent(),
        VerifiedSites.perMinute(places, hosts, operators));
  }

  /** Where neither sitemap nor crawler is asked for, links are followed from the entry pages. */
  private static PageSearch.Order order(ProjectSettings settings) {
    Discovery discovery = settings.discovery();
    boolean unsaid = !discovery.sitemap().on() && !discovery.crawler().on();
    return new PageSearch.Order(
        discovery.sitemap(),
        unsaid ? new CrawlSource(true, Optional.empty()) : discovery.crawler());
  }

  /** Names where the settings have pages looked for. */
  static String wish(ProjectSettings settings) {
    String places = order(settings) + " " + settings.entryUrls();
    return UUID.nameUUIDFromBytes(places.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
