package io.trafficgen.application.fake;

import io.trafficgen.application.contract.TopUpsContract;

class InMemoryTopUpsTest implements TopUpsContract {
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final InMemoryTopUps topUps = new InMemoryTopUps();

  @Override
  public InMemoryAccounts accounts() {
    return accounts;
  }

  @Override
  public InMemoryTopUps topUps() {
    return topUps;
  }
}
