package io.trafficgen.application.project;

import io.trafficgen.application.port.ProjectChanges;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.VisitLimits;
import java.time.Instant;
import java.util.Optional;

/** Changes a project's name and limits; one that runs goes on under the new ones. */
public final class ChangeProject {
  private final ProjectChanges projects;
  private final ProjectReports reports;

  public ChangeProject(ProjectChanges projects, ProjectReports reports) {
    this.projects = projects;
    this.reports = reports;
  }

  /** Empty if the owner has no such project. */
  public Optional<ProjectReport> change(AccountId owner, ProjectId id, Change change) {
    return projects.change(owner, id, change::apply).map(reports::of);
  }

  /**
   * What is to be different; what is empty stays.
   *
   * @param expiry empty = stays; otherwise the new one, which may be none
   */
  public record Change(
      Optional<String> name,
      Optional<String> planType,
      Optional<Integer> dailyLimit,
      Optional<Integer> totalTarget,
      Optional<Expiry> expiry) {
    private Project apply(Project project) {
      VisitLimits before = project.limits();
      return project.changed(
          name.orElse(project.name()),
          planType.orElse(project.planType()),
          new VisitLimits(
              dailyLimit.orElse(before.dailyLimit()),
              totalTarget.orElse(before.totalTarget()),
              expiry.map(Expiry::at).orElse(before.expiresAt())));
    }
  }

  /**
   * @param at empty = never
   */
  public record Expiry(Optional<Instant> at) {}
}
