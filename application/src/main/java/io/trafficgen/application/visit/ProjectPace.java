package io.trafficgen.application.visit;

import io.trafficgen.application.port.Budgets.RoomRequest;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.safety.HostRule;
import io.trafficgen.domain.safety.SafetyRules;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.visit.Allowance;
import io.trafficgen.domain.visit.BindingCap;
import io.trafficgen.domain.visit.Pace;
import io.trafficgen.domain.visit.SiteHours;
import io.trafficgen.domain.visit.Window;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An active project together with what its sites allow.
 *
 * @param entryHosts verified host of each entry URL, of those that bear visits now or next; empty
 *     if a page of all may not be visited, or its sites never bear visits at the same time
 * @param hostPerMinute visits that an entry host bears a minute
 * @param siteTermsBind whether that is less than the operator's cap
 * @param opensAt when an entry host and all that follow it bear visits: now, or their next hour
 * @param hours when they do
 */
public record ProjectPace(
    Project project,
    Pace pace,
    List<Host> entryHosts,
    int hostPerMinute,
    boolean siteTermsBind,
    Instant opensAt,
    SiteHours hours) {
  public ProjectPace {
    entryHosts = List.copyOf(entryHosts);
  }

  /**
   * @param verified the account's verified sites
   * @param rules the operator's caps
   * @throws InvalidValueException if the settings cannot be run
   */
  public static ProjectPace of(
      Project project, List<Site> verified, SafetyRules rules, Instant now) {
    ProjectSettings settings = ProjectSettings.parse(project.settings());
    ProjectSites sites = ProjectSites.of(verified, settings.pages(), now);
    Optional<Instant> opensAt = sites.opensAt(now);
    List<Host> hosts =
        opensAt.stream().flatMap(at -> sites.open(at).stream()).map(Site::host).toList();
    int operators =
        hosts.stream().mapToInt(rules::perMinute).min().orElse(HostRule.STANDARD_PER_MINUTE);
    int cap = VerifiedSites.perMinute(verified, hosts, operators);
    return new ProjectPace(
        project,
        Pace.of(
            settings,
            project.limits(),
            cap,
            project.startedAt().orElse(project.createdAt()),
            project.id().seed()),
        sites.complete() ? hosts : List.of(),
        cap,
        cap < operators,
        opensAt.orElse(now),
        sites.hours());
  }

  /** Visits announced ahead of their start at most; in the open model a window's are all. */
  public long chunk() {
    return pace.closed() ? pace.chunk() : Long.MAX_VALUE;
  }

  /** What the pace allows, inside the hours of the sites. */
  public Allowance allowance(Instant now) {
    Allowance allowance = pace.allowance(now);
    return now.isBefore(opensAt) ? allowance.and(0, BindingCap.SITE_TERMS) : allowance;
  }

  /** The cap as the owner knows it: a host's is the site's own wish where that is the stricter. */
  public BindingCap named(BindingCap cap) {
    return cap == BindingCap.HOST && siteTermsBind ? BindingCap.SITE_TERMS : cap;
  }

  /** The room at the first entry host, to explain; each grant asks for its own. */
  public RoomRequest roomRequest(Instant now) {
    Host host = entryHosts.isEmpty() ? Host.of(anyEntry()) : entryHosts.get(0);
    return roomRequest(host, now);
  }

  RoomRequest roomRequest(Host host, Instant now) {
    return new RoomRequest(
        host,
        pace.day(now),
        Window.from(now).minute().start(),
        pace.countedSince(now),
        hostPerMinute);
  }

  private URI anyEntry() {
    return ProjectSettings.parse(project.settings()).entryUrls().get(0);
  }
}
