package io.trafficgen.application.fake;

import io.trafficgen.application.contract.FoundPagesContract;

class InMemoryFoundPagesTest implements FoundPagesContract {
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final InMemoryProjects projects = new InMemoryProjects();
  private final InMemoryFoundPages found = new InMemoryFoundPages();

  @Override
  public InMemoryAccounts accounts() {
    return accounts;
  }

  @Override
  public InMemoryProjects projects() {
    return projects;
  }

  @Override
  public InMemoryFoundPages found() {
    return found;
  }
}
