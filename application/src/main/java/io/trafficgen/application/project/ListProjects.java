package io.trafficgen.application.project;

import io.trafficgen.application.port.Projects;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;

/** Lists the projects of an account. */
public final class ListProjects {
  private final Projects projects;
  private final ProjectReports reports;

  public ListProjects(Projects projects, ProjectReports reports) {
    this.projects = projects;
    this.reports = reports;
  }

  public Page<ProjectReport> list(AccountId owner, PageRequest request) {
    return projects.list(owner, request).map(reports::of);
  }
}
