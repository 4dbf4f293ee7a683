package io.trafficgen.application.fake;

import io.trafficgen.application.contract.SessionsContract;

class InMemorySessionsTest implements SessionsContract {
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final InMemorySessions sessions = new InMemorySessions(accounts);
  private final InMemoryAdminSecrets adminSecrets = new InMemoryAdminSecrets(accounts);

  @Override
  public InMemoryAccounts accounts() {
    return accounts;
  }

  @Override
  public InMemorySessions sessions() {
    return sessions;
  }

  @Override
  public InMemoryAdminSecrets adminSecrets() {
    return adminSecrets;
  }
}
