package io.trafficgen.application.site;

import io.trafficgen.application.port.Projects;
import io.trafficgen.application.port.Sites;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.PageUrls;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.site.CheckTimes;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * Looks for proofs again, by the way that succeeded: hourly and before each day, of the sites that
 * active projects visit and of no others (product page, 1.4).
 */
public final class RecheckSites {
  private final Projects projects;
  private final Sites sites;
  private final CheckSite check;
  private final Executor fetches;

  /** Sites whose check waits or runs, so that a backlog does not grow with every pass. */
  private final Set<SiteId> underway = ConcurrentHashMap.newKeySet();

  /**
   * @param fetches runs checks, each of which blocks; as many at once as it likes
   */
  public RecheckSites(Projects projects, Sites sites, CheckSite check, Executor fetches) {
    this.projects = projects;
    this.sites = sites;
    this.check = check;
    this.fetches = fetches;
  }

  /** Begins the checks that are due, and does not wait for any of them. */
  public void recheck() {
    Map<AccountId, List<Project>> active =
        projects.active().stream().collect(Collectors.groupingBy(Project::account));
    active.forEach((owner, running) -> {
      List<Use> uses = running.stream().flatMap(project -> Use.of(project).stream()).toList();
      for (Site site : sites.verified(owner)) {
        if (isDue(site, uses) && underway.add(site.id())) {
          fetches.execute(() -> recheck(site, uses));
        }
      }
    });
  }

  /** Read again once it is claimed: another node may have checked it meanwhile. */
  private void recheck(Site seen, List<Use> uses) {
    try {
      if (!check.isBlocked(seen) && check.claim(seen, CheckSite.LONGEST).isEmpty()) {
        sites
            .find(seen.account(), seen.id())
            .filter(site -> isDue(site, uses))
            .ifPresent(site ->
                site.verification().ifPresent(verification -> check.again(site, verification)));
      }
    } finally {
      underway.remove(seen.id());
    }
  }

  private boolean isDue(Site site, List<Use> uses) {
    List<ZoneId> zones =
        uses.stream().filter(use -> use.pages().on(site.host())).map(Use::zone).toList();
    Instant last = site.checkedAt().orElse(site.createdAt());
    return !zones.isEmpty() && !check.now().isBefore(CheckTimes.next(last, zones));
  }

  /** What a project visits, and where its days begin. */
  private record Use(PageUrls pages, ZoneId zone) {
    static List<Use> of(Project project) {
      try {
        ProjectSettings settings = ProjectSettings.parse(project.settings());
        return List.of(new Use(PageUrls.of(settings), settings.timezone()));
      } catch (InvalidValueException unusable) {
        // The pacer stops such a project on its next pass.
        return List.of();
      }
    }
  }
}
