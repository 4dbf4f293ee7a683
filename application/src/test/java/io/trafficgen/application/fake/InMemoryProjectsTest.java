package io.trafficgen.application.fake;

import io.trafficgen.application.contract.ProjectChangesContract;
import io.trafficgen.application.contract.ProjectsContract;

class InMemoryProjectsTest implements ProjectsContract, ProjectChangesContract {
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final InMemoryProjects projects = new InMemoryProjects();

  @Override
  public InMemoryAccounts accounts() {
    return accounts;
  }

  @Override
  public InMemoryProjects projects() {
    return projects;
  }

  @Override
  public InMemoryProjects changes() {
    return projects;
  }
}
