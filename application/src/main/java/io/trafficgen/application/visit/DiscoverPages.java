package io.trafficgen.application.visit;

import io.trafficgen.application.port.FoundPages;
import io.trafficgen.application.port.HostPauses;
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
import java.util.stream.Collectors;
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
  private final HostPauses pauses;
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
      HostPauses pauses,
      PageSearch search,
      FoundPages found,
      Executor searches,
      InstantSource clock) {
    this.projects = projects;
    this.sites = sites;
    this.safeguards = safeguards;
    this.pauses = pauses;
    this.search = search;
    this.found = found;
    this.searches = searches;
    this.clock = clock;
  }

  /** Begins the searches that are due, and does not wait for any of them. */
  public void discover() {
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
      List<Site> verified = allowed(project, now);
      Set<Host> hosts = hosts(verified, settings);
      boolean paused = pauses.current(now).keySet().stream().anyMatch(hosts::contains);
      if (!paused && found.claim(project.id(), wish, now, now.minus(GOOD_FOR), now.plus(TURN))) {
        List<URI> pages =
            search.search(hosts, settings.entryUrls(), order(settings)).stream()
                .filter(page -> VerifiedSites.permitting(verified, page, now).isPresent())
                .toList();
        found.store(project.id(), wish, pages, clock.instant());
      }
    } finally {
      underway.remove(project.id());
    }
  }

  /** Verified sites, but for those that the operator wants left alone. */
  private List<Site> allowed(Project project, Instant now) {
    SafetyRules rules = safeguards.rules();
    return VerifiedSites.live(sites.verified(project.account()), now).stream()
        .filter(site -> rules.refusal(site.host()).isEmpty())
        .toList();
  }

  /** The verified hosts that the project's own URLs lie on: no search leaves them. */
  private static Set<Host> hosts(List<Site> verified, ProjectSettings settings) {
    Discovery discovery = settings.discovery();
    return Stream.of(
            settings.entryUrls().stream(),
            discovery.sitemap().at().stream(),
            discovery.crawler().at().stream())
        .flatMap(urls -> urls)
        .flatMap(url -> verified.stream().map(Site::host).filter(host -> host.covers(url)))
        .collect(Collectors.toSet());
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
