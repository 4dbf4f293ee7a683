package io.trafficgen.application.fake;

import io.trafficgen.application.contract.CookieJarsContract;

class InMemoryCookieJarsTest implements CookieJarsContract {
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final InMemoryProjects projects = new InMemoryProjects();
  private final InMemoryCookieJars jars = new InMemoryCookieJars();

  @Override
  public InMemoryAccounts accounts() {
    return accounts;
  }

  @Override
  public InMemoryProjects projects() {
    return projects;
  }

  @Override
  public InMemoryCookieJars jars() {
    return jars;
  }
}
