package io.trafficgen.application.project;

import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.port.Safeguards;
import io.trafficgen.application.port.Sites;
import io.trafficgen.application.visit.ExitPool;
import io.trafficgen.application.visit.ProjectPace;
import io.trafficgen.domain.pricing.PricingCurve;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.settings.EffectivePlan;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.visit.Forecast;
import io.trafficgen.domain.visit.Pace;
import io.trafficgen.domain.visit.Room;
import io.trafficgen.domain.visit.VisitLength;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiFunction;

/** Tells what settings come to, by the same rules that dispatch the visits. */
public final class PlanReports {
  private static final String SETTINGS = "/settings";

  private final Sites sites;
  private final ExitPool exits;
  private final StartConditions conditions;
  private final PricingCurve curve;
  private final Safeguards safeguards;
  private final InstantSource clock;

  public PlanReports(
      Sites sites,
      ExitPool exits,
      StartConditions conditions,
      PricingCurve curve,
      Safeguards safeguards,
      InstantSource clock) {
    this.sites = sites;
    this.exits = exits;
    this.conditions = conditions;
    this.curve = curve;
    this.safeguards = safeguards;
    this.clock = clock;
  }

  /**
   * Of a project that goes on as it does, or starts now if it does not run.
   *
   * @param room what the budgets leave it, at its pace now
   * @throws NotAllowedException naming every unusable field
   */
  PlanReport of(Project project, BiFunction<ProjectPace, Instant, Room> room) {
    ProjectSettings settings = StartConditions.usable(project.settings(), SETTINGS);
    Instant now = clock.instant();
    ProjectPace shape =
        ProjectPace.of(project, sites.verified(project.account()), safeguards.rules(), now)
            .through(exits);
    Pace pace = project.isActive() ? shape.pace() : shape.pace().started(now);
    Forecast forecast =
        Forecast.of(
            pace,
            VisitLength.expected(settings),
            shape.hours(),
            room.apply(shape, now),
            curve,
            now);
    return new PlanReport(
        EffectivePlan.of(project.settings(), project.limits().dailyLimit()),
        forecast.named(shape::named),
        conditions.obstacles(project.account(), settings, SETTINGS));
  }
}
