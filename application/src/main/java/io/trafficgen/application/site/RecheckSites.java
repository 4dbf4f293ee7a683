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
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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

  /**
   * @param fetches runs checks, each of which blocks; as many at once as it likes
   */
  public RecheckSites(Projects projects, Sites sites, CheckSite check, Executor fetches) {
    this.projects = projects;
    this.sites = sites;
    this.check = check;
    this.fetches = fetches;
  }

  /** One pass over all sites in use; a check that fails stops none of the others. */
  public void recheck() {
    Map<AccountId, List<Project>> active =
        projects.active().stream().collect(Collectors.groupingBy(Project::account));
    List<CompletableFuture<Void>> checks = new ArrayList<>();
    active.forEach((owner, running) -> {
      List<Use> uses = running.stream().flatMap(project -> Use.of(project).stream()).toList();
      for (Site site : sites.verified(owner)) {
        if (isDue(site, uses)) {
          checks.add(CompletableFuture.runAsync(() -> recheck(site, uses), fetches));
        }
      }
    });
    CompletableFuture.allOf(checks.toArray(CompletableFuture[]::new)).join();
  }

  /** Read again once it is claimed: another node may have checked it meanwhile. */
  private void recheck(Site seen, List<Use> uses) {
    if (check.claim(seen, CheckSite.LONGEST).isEmpty()) {
      sites
          .find(seen.account(), seen.id())
          .filter(site -> isDue(site, uses))
          .ifPresent(site ->
              site.verification().ifPresent(verification -> check.again(site, verification)));
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
