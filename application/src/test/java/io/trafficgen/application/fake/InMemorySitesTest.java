package io.trafficgen.application.fake;

import io.trafficgen.application.contract.SitesContract;

class InMemorySitesTest implements SitesContract {
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final InMemorySites sites = new InMemorySites();

  @Override
  public InMemoryAccounts accounts() {
    return accounts;
  }

  @Override
  public InMemorySites sites() {
    return sites;
  }
}
