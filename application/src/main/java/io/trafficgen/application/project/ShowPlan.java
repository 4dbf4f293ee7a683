package io.trafficgen.application.project;

import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.port.Budgets;
import io.trafficgen.application.port.Projects;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import java.util.Optional;

/** Shows the owner of a project what its settings come to, and how it will go on. */
public final class ShowPlan {
  private final Projects projects;
  private final Budgets budgets;
  private final PlanReports plans;

  public ShowPlan(Projects projects, Budgets budgets, PlanReports plans) {
    this.projects = projects;
    this.budgets = budgets;
    this.plans = plans;
  }

  /**
   * @return empty if the owner has no such project
   * @throws NotAllowedException naming every unusable field of its settings
   */
  public Optional<PlanReport> show(AccountId owner, ProjectId id) {
    return projects
        .find(owner, id)
        .map(project -> plans.of(project, (pace, now) -> budgets.room(id, pace.roomRequest(now))));
  }
}
