package io.trafficgen.application.project;

import io.trafficgen.application.port.Budgets;
import io.trafficgen.application.port.HostPauses;
import io.trafficgen.application.port.Safeguards;
import io.trafficgen.application.port.Sites;
import io.trafficgen.application.visit.ExitPool;
import io.trafficgen.application.visit.ProjectPace;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.visit.Allowance;
import io.trafficgen.domain.visit.BindingCap;
import io.trafficgen.domain.visit.Room;
import io.trafficgen.domain.visit.Window;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Explains a project by the same rules that dispatch its visits. */
public final class ProjectReports {
  private static final String NO_FUNDS = "no_funds";

  private final Budgets budgets;
  private final HostPauses pauses;
  private final Sites sites;
  private final ExitPool exits;
  private final Safeguards safeguards;
  private final InstantSource clock;

  public ProjectReports(
      Budgets budgets,
      HostPauses pauses,
      Sites sites,
      ExitPool exits,
      Safeguards safeguards,
      InstantSource clock) {
    this.budgets = budgets;
    this.pauses = pauses;
    this.sites = sites;
    this.exits = exits;
    this.safeguards = safeguards;
    this.clock = clock;
  }

  ProjectReport of(Project project) {
    if (!project.isActive()) {
      return new ProjectReport(
          project, project.reason().wireName(), Optional.empty(), Optional.empty());
    }
    Instant now = clock.instant();
    if (project.limits().hasExpired(now)) {
      return expired(project);
    }
    try {
      return explain(project, now);
    } catch (InvalidValueException unusable) {
      // Settings that an earlier version accepted: the pacer stops such a project on its next pass.
      return new ProjectReport(
          project, project.reason().wireName(), Optional.empty(), Optional.empty());
    }
  }

  /** The pacer completes it on its next pass; until then no visit may be promised. */
  private static ProjectReport expired(Project project) {
    return new ProjectReport(
        project, StatusReason.EXPIRED.wireName(), Optional.empty(), Optional.empty());
  }

  private ProjectReport explain(Project project, Instant now) {
    ProjectPace pace =
        ProjectPace.of(project, sites.verified(project.account()), safeguards.rules(), now)
            .through(exits)
            .paused(pauses.current(now));
    if (pace.pace().isOver(now)) {
      return expired(project);
    }
    Room room = budgets.room(project.id(), pace.roomRequest(now));
    Allowance left = room.left(pace.allowance(now), pace.ahead(now));
    Optional<BindingCap> cap = left.cap().map(pace::named);
    boolean broke = left.visits() == 0 && cap.equals(Optional.of(BindingCap.FUNDS));
    return new ProjectReport(
        project,
        pace.isPaused(now)
            ? StatusReason.RETRY_AFTER.wireName()
            : broke ? NO_FUNDS : project.reason().wireName(),
        left.visits() > 0 ? Optional.of(now) : next(pace, cap, room, now),
        cap);
  }

  /** When a visit is due next, if none may be granted now. */
  private static Optional<Instant> next(
      ProjectPace sites, Optional<BindingCap> cap, Room room, Instant now) {
    Instant minute = Window.from(now).end();
    return switch (cap.orElse(BindingCap.SPEED)) {
      case FUNDS, TOTAL_TARGET, NO_EXIT -> Optional.empty();
      case SPEED, SCHEDULE, RETRY_AFTER -> sites.next(now);
      case RAMP, MAX_VISITS_PER_MINUTE, SITE_TERMS, HOST ->
          now.isBefore(sites.opensAt()) ? sites.next(now) : nextMinute(sites, minute);
      // Used up, by an earlier start today for example, though the spread goes on.
      case DAILY_LIMIT -> sites.next(room.day() > 0 ? now : sites.pace().nextDay(now));
    };
  }

  /** A cap of the minute ends with it, unless the sites have closed by then. */
  private static Optional<Instant> nextMinute(ProjectPace sites, Instant minute) {
    return sites.opening().apply(minute).equals(Optional.of(minute))
        ? Optional.of(minute).filter(at -> !sites.pace().isOver(at))
        : sites.next(minute);
  }
}
