package io.trafficgen.application.project;

import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.port.Projects;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Starts a project; one that runs already goes on as it is. */
public final class StartProject {
  private final Projects projects;
  private final StartConditions conditions;
  private final ProjectReports reports;
  private final InstantSource clock;

  public StartProject(
      Projects projects, StartConditions conditions, ProjectReports reports, InstantSource clock) {
    this.projects = projects;
    this.conditions = conditions;
    this.reports = reports;
    this.clock = clock;
  }

  /**
   * @return empty if the owner has no such project
   * @throws NotAllowedException naming every field or URL in the way
   */
  public Optional<ProjectReport> start(AccountId owner, ProjectId id) {
    return projects.find(owner, id).flatMap(this::start).map(reports::of);
  }

  private Optional<Project> start(Project project) {
    if (project.isActive()) {
      return Optional.of(project);
    }
    conditions.requireLeave(project.id());
    conditions.require(project.account(), project.settings(), "/settings");
    return projects.start(
        project.account(), project.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
