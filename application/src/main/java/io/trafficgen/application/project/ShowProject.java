package io.trafficgen.application.project;

import io.trafficgen.application.port.Projects;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import java.util.Optional;

/** Shows a project to its owner. */
public final class ShowProject {
  private final Projects projects;
  private final ProjectReports reports;

  public ShowProject(Projects projects, ProjectReports reports) {
    this.projects = projects;
    this.reports = reports;
  }

  public Optional<ProjectReport> show(AccountId owner, ProjectId id) {
    return projects.find(owner, id).map(reports::of);
  }
}
