package io.trafficgen.application.fake;

import io.trafficgen.application.contract.AccountsContract;

class InMemoryAccountsTest implements AccountsContract {
  private final InMemoryAccounts accounts = new InMemoryAccounts();

  @Override
  public InMemoryAccounts accounts() {
    return accounts;
  }
}
