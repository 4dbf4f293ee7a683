package io.trafficgen.application.fake;

import io.trafficgen.application.contract.SafeguardsContract;

class InMemorySafeguardsTest implements SafeguardsContract {
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final InMemorySites sites = new InMemorySites();
  private final InMemoryProjects projects = new InMemoryProjects();
  private final InMemoryAuditLog auditLog = new InMemoryAuditLog();
  private final InMemorySafeguards safeguards = new InMemorySafeguards(sites, projects, auditLog);

  @Override
  public InMemoryAccounts accounts() {
    return accounts;
  }

  @Override
  public InMemorySites sites() {
    return sites;
  }

  @Override
  public InMemoryProjects projects() {
    return projects;
  }

  @Override
  public InMemoryAuditLog auditLog() {
    return auditLog;
  }

  @Override
  public InMemorySafeguards safeguards() {
    return safeguards;
  }

  @Override
  public InMemoryHostPauses pauses() {
    return safeguards.pauses();
  }
}
