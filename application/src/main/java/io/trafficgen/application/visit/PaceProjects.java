package io.trafficgen.application.visit;

import io.trafficgen.application.OneByOne;
import io.trafficgen.application.port.Budgets;
import io.trafficgen.application.port.HostPauses;
import io.trafficgen.application.port.OwedNotices;
import io.trafficgen.application.port.Projects;
import io.trafficgen.application.port.Reservation;
import io.trafficgen.application.port.ReserveOutcome;
import io.trafficgen.application.port.Safeguards;
import io.trafficgen.application.port.Sites;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.safety.SafetyRules;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.BindingCap;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.GrantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Step 1 of the engine: grants each active project the visits that are due now. Calling it twice at
 * once, or from two processes, grants nothing twice.
 */
public final class PaceProjects {
  private static final String ANY_REGION = "any";
  private static final int MOST_AT_ONCE = 1_000;

  private final Projects projects;
  private final Sites sites;
  private final ExitPool exits;
  private final Budgets budgets;
  private final HostPauses pauses;
  private final ProjectEnds ends;
  private final OwedNotices notices;
  private final Safeguards safeguards;
  private final Supplier<UUID> ids;
  private final RandomGenerator random;
  private final InstantSource clock;

  /** Projects that could not pay when they were paced last. */
  private final Set<ProjectId> noFunds = new HashSet<>();

  public PaceProjects(
      Projects projects,
      Sites sites,
      ExitPool exits,
      Budgets budgets,
      HostPauses pauses,
      ProjectEnds ends,
      OwedNotices notices,
      Safeguards safeguards,
      Supplier<UUID> ids,
      RandomGenerator random,
      InstantSource clock) {
    this.projects = projects;
    this.sites = sites;
    this.exits = exits;
    this.budgets = budgets;
    this.pauses = pauses;
    this.ends = ends;
    this.notices = notices;
    this.safeguards = safeguards;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
  }

  /** One pass over all active projects; one that fails stops none of the others. */
  public void pace() {
    List<Project> active = projects.active();
    // Read after the projects: a later pause makes what is asked for them outdated.
    Map<Host, Instant> paused = pauses.current(clock.instant());
    SafetyRules rules = safeguards.rules();
    OneByOne.each(active, project -> paceOrEnd(project, rules, paused, clock.instant()));
  }

  private void paceOrEnd(
      Project project, SafetyRules rules, Map<Host, Instant> paused, Instant now) {
    if (rules.stop(project)) {
      // Started in the moment of the switch: nothing was granted to it.
      ends.end(project, StatusReason.KILLED);
    } else if (project.limits().hasExpired(now)) {
      ends.renewOrEnd(project, StatusReason.EXPIRED, now);
    } else {
      pace(project, rules, paused, now);
    }
  }

  private void pace(Project project, SafetyRules rules, Map<Host, Instant> paused, Instant now) {
    ProjectPace pace;
    try {
      pace =
          ProjectPace.of(project, sites.verified(project.account()), rules, now)
              .through(exits)
              .paused(paused);
    } catch (InvalidValueException unusable) {
      ends.end(project, StatusReason.UNHEALTHY);
      return;
    }
    if (pace.pace().isOver(now)) {
      ends.end(project, StatusReason.EXPIRED);
      return;
    }
    if (pace.entryHosts().isEmpty()) {
      ends.end(project, StatusReason.UNVERIFIED);
      return;
    }
    if (pace.stopsForExits()) {
      ends.end(project, StatusReason.NO_EXIT);
      return;
    }
    ReserveOutcome outcome = budgets.reserve(reservation(pace, now));
    if (outcome instanceof ReserveOutcome.Delivered) {
      ends.renewOrEnd(project, StatusReason.TARGET, now);
    }
    boolean broke = outcome.equals(new ReserveOutcome.Bound(BindingCap.FUNDS));
    if (!broke) {
      noFunds.remove(project.id());
    } else if (noFunds.add(project.id())) {
      notices.noteNoFunds(project.id(), now);
    }
  }

  /**
   * With several entry hosts a pass grants a handful to one of them, drawn by the number of its
   * URLs, so that the mix comes out over a few passes.
   */
  private Reservation reservation(ProjectPace pace, Instant now) {
    int hosts = pace.entryHosts().size();
    Host host = pace.entryHosts().get(random.nextInt(hosts));
    long distinct = pace.entryHosts().stream().distinct().count();
    Grant wish =
        new Grant(
            new GrantId(ids.get()),
            pace.project().id(),
            pace.project().epoch(),
            pace.project().account(),
            host,
            ANY_REGION,
            pace.pace().day(now),
            distinct == 1 ? MOST_AT_ONCE : pace.pace().chunk(),
            pace.pace().window(now),
            !pace.pace().closed());
    return new Reservation(
        wish, pace.roomRequest(host, now), pace.allowance(now), pace.ahead(now).visits());
  }
}
