package io.trafficgen.application.contract;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.Projects;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;

/** The ports that a contract needs for something of a project to be kept. */
public interface ProjectPorts {
  Accounts accounts();

  Projects projects();

  /** A project of its own owner, stored. */
  default ProjectId project() {
    Account owner = Fixtures.account();
    accounts().add(owner);
    Project project = Fixtures.project(owner.id());
    projects().add(project);
    return project.id();
  }
}
