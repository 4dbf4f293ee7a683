package io.trafficgen.application.project;

import io.trafficgen.application.port.Budgets;
import io.trafficgen.application.port.Safeguards;
import io.trafficgen.application.port.Sites;
import io.trafficgen.application.visit.ProjectPace;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.visit.Allowance;
import io.trafficgen.domain.visit.BindingCap;
import io.trafficgen.domain.visit.Pace;
import io.trafficgen.domain.visit.Room;
import io.trafficgen.domain.visit.Window;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Explains a project by the same rules that dispatch its visits. */
public final class ProjectReports {
  private static final String NO_FUNDS = "no_funds";

  private final Budgets budgets;
  private final Sites sites;
  private final Safeguards safeguards;
  private final InstantSource clock;

  public ProjectReports(Budgets budgets, Sites sites, Safeguards safeguards, InstantSource clock) {
    this.budgets = budgets;
    this.sites = sites;
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
        ProjectPace.of(project, sites.verified(project.account()), safeguards.rules(), now);
    if (pace.pace().isOver(now)) {
      return expired(project);
    }
    Room room = budgets.room(project.id(), pace.roomRequest(now));
    Allowance left = room.left(pace.allowance(now), pace.chunk());
    Optional<BindingCap> cap = left.cap().map(pace::named);
    boolean broke = left.visits() == 0 && cap.equals(Optional.of(BindingCap.FUNDS));
    return new ProjectReport(
        project,
        broke ? NO_FUNDS : project.reason().wireName(),
        left.visits() > 0 ? Optional.of(now) : next(pace, cap, room, now),
        cap);
  }

  /** When a visit is due next, if none may be granted now. */
  private static Optional<Instant> next(
      ProjectPace sites, Optional<BindingCap> cap, Room room, Instant now) {
    Pace pace = sites.pace();
    if (now.isBefore(sites.opensAt())) {
      return switch (cap.orElse(BindingCap.SITE_TERMS)) {
        case FUNDS, TOTAL_TARGET, NO_EXIT -> Optional.empty();
        case SPEED, SCHEDULE, DAILY_LIMIT, RAMP, MAX_VISITS_PER_MINUTE, SITE_TERMS, HOST ->
            pace.next(sites.opensAt());
      };
    }
    return switch (cap.orElse(BindingCap.SPEED)) {
      case FUNDS, TOTAL_TARGET, NO_EXIT -> Optional.empty();
      case RAMP, MAX_VISITS_PER_MINUTE, SITE_TERMS, HOST ->
          Optional.of(Window.from(now).end()).filter(minute -> !pace.isOver(minute));
      case SPEED, SCHEDULE -> pace.next(now);
      // Used up, by an earlier start today for example, though the spread goes on.
      case DAILY_LIMIT -> pace.next(room.day() > 0 ? now : pace.nextDay(now));
    };
  }
}
