package io.trafficgen.application.fake;

import io.trafficgen.application.contract.SiteChecksContract;

class InMemorySiteChecksTest implements SiteChecksContract {
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final InMemoryProjects projects = new InMemoryProjects();
  private final InMemorySites sites = new InMemorySites();
  private final InMemorySiteChecks checks = new InMemorySiteChecks(sites, projects);

  @Override
  public InMemoryAccounts accounts() {
    return accounts;
  }

  @Override
  public InMemoryProjects projects() {
    return projects;
  }

  @Override
  public InMemorySites sites() {
    return sites;
  }

  @Override
  public InMemorySiteChecks checks() {
    return checks;
  }
}
