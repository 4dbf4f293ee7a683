package io.trafficgen.application.project;

import io.trafficgen.application.port.ProjectChanges;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.VisitLimits;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Changes a project's name and limits; one that runs goes on under the new ones. */
public final class ChangeProject {
  private final ProjectChanges projects;
  private final ProjectReports reports;
  private final InstantSource clock;

  public ChangeProject(ProjectChanges projects, ProjectReports reports, InstantSource clock) {
    this.projects = projects;
    this.reports = reports;
    this.clock = clock;
  }

  /** Empty if the owner has no such project. */
  public Optional<ProjectReport> change(AccountId owner, ProjectId id, Change change) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return projects.change(owner, id, project -> change.apply(project, now)).map(reports::of);
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
    private Project apply(Project project, Instant now) {
      VisitLimits before = project.limits();
      return project.changed(
          name.orElse(project.name()),
          planType.orElse(project.planType()),
          new VisitLimits(
              dailyLimit.orElse(before.dailyLimit()),
              totalTarget.orElse(before.totalTarget()),
              expiry.map(Expiry::at).orElse(before.expiresAt())),
          now);
    }
  }

  /**
   * @param at empty = never
   */
  public record Expiry(Optional<Instant> at) {}
}
