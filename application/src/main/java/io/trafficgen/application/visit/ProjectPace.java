package io.trafficgen.application.visit;

import io.trafficgen.application.port.Budgets.RoomRequest;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.project.PageUrls;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.safety.HostRule;
import io.trafficgen.domain.safety.SafetyRules;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.visit.Allowance;
import io.trafficgen.domain.visit.BindingCap;
import io.trafficgen.domain.visit.OnTime;
import io.trafficgen.domain.visit.Pace;
import io.trafficgen.domain.visit.SiteHours;
import io.trafficgen.domain.visit.Window;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An active project together with what its sites allow.
 *
 * @param entryHosts verified host of each entry URL, of those that bear visits now or next; empty
 *     if a page of all may not be visited, or its sites never bear visits at the same time
 * @param hostPerMinute visits that an entry host bears a minute
 * @param siteTermsBind whether that is less than the operator's cap
 * @param opensAt when an entry host and all that follow it bear visits: now, or their next hour
 * @param hours when they do
 * @param opening the first moment from another on at which they do; empty for never
 * @param exits what is there to leave from
 * @param pausedUntil one of its hosts asked to be left alone until then
 */
public record ProjectPace(
    Project project,
    Pace pace,
    List<Host> entryHosts,
    int hostPerMinute,
    boolean siteTermsBind,
    Instant opensAt,
    SiteHours hours,
    Function<Instant, Optional<Instant>> opening,
    ExitSupply exits,
    Optional<Instant> pausedUntil) {
  /** Sites and course of days that meet in none of so many openings, of some weeks, never do. */
  private static final int MOST_OPENINGS = 100;

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
        sites.hours(),
        sites::opensAt,
        ExitSupply.ample(),
        Optional.empty());
  }

  /** The same with the exits that its visits may take. */
  public ProjectPace through(ExitPool pool) {
    ExitSupply supply = ExitSupply.of(pool, ProjectSettings.parse(project.settings()).routing());
    return new ProjectPace(
        project,
        pace,
        entryHosts,
        hostPerMinute,
        siteTermsBind,
        opensAt,
        // a forecast knows a time that bears no visits as the site's; named() says whose it is
        supply.ever() ? hours : SiteHours.when(at -> false, at -> Instant.MAX),
        opening,
        supply,
        pausedUntil);
  }

  /** Whether its settings wish it stopped, for want of exits in one of its countries. */
  boolean stopsForExits() {
    return exits.stops();
  }

  /** The same while {@code pauses} last: a project waits for each of the hosts of its pages. */
  public ProjectPace paused(Map<Host, Instant> pauses) {
    Optional<Instant> until =
        pauses.entrySet().stream()
            .filter(pause -> PageUrls.uses(project, pause.getKey()))
            .map(Map.Entry::getValue)
            .max(Comparator.naturalOrder());
    return new ProjectPace(
        project,
        pace,
        entryHosts,
        hostPerMinute,
        siteTermsBind,
        opensAt,
        hours,
        opening,
        exits,
        until);
  }

  /** Visits announced ahead of their start at most, as {@link OnTime#ahead} has it. */
  public Allowance ahead(Instant now) {
    return OnTime.ahead(pace, pace.allowance(now), now);
  }

  /** What the pace allows, inside the hours of the sites and outside their pauses. */
  public Allowance allowance(Instant now) {
    Allowance allowance = pace.allowance(now);
    if (now.isBefore(opensAt)) {
      allowance = allowance.and(0, BindingCap.SITE_TERMS);
    }
    if (!exits.now()) {
      allowance = allowance.and(0, BindingCap.NO_EXIT);
    }
    return isPaused(now) ? new Allowance(0, Optional.of(BindingCap.RETRY_AFTER)) : allowance;
  }

  /** Whether one of its hosts wants to be left alone at {@code now}. */
  public boolean isPaused(Instant now) {
    return pausedUntil.filter(now::isBefore).isPresent();
  }

  /** When a visit is due that the sites bear, from {@code from} on; empty if none ever is. */
  public Optional<Instant> next(Instant from) {
    Instant at = pausedUntil.filter(from::isBefore).orElse(from);
    for (int openings = 0; openings < MOST_OPENINGS; openings++) {
      Optional<Instant> due = pace.next(at);
      Optional<Instant> open = due.flatMap(opening);
      if (open.isEmpty() || open.equals(due)) {
        return open;
      }
      at = open.get();
    }
    return Optional.empty();
  }

  /** The cap as the owner knows it: a host's is the site's own wish where that is the stricter. */
  public BindingCap named(BindingCap cap) {
    if (cap == BindingCap.SITE_TERMS && !exits.ever()) {
      return BindingCap.NO_EXIT;
    }
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
