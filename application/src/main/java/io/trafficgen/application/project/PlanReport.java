package io.trafficgen.application.project;

import io.trafficgen.domain.Problem;
import io.trafficgen.domain.settings.EffectivePlan;
import io.trafficgen.domain.visit.Forecast;
import java.util.List;

/**
 * What a project's settings come to.
 *
 * @param forecast as if it ran from now on, whatever the obstacles
 * @param obstacles what a start would be refused for
 */
public record PlanReport(EffectivePlan plan, Forecast forecast, List<Problem> obstacles) {
  public PlanReport {
    obstacles = List.copyOf(obstacles);
  }
}
