package io.trafficgen.application.account;

import io.trafficgen.application.port.Accounts;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.Account;

/** Shows admins who signed up, newest first. */
public final class ListAccounts {
  private final Accounts accounts;

  public ListAccounts(Accounts accounts) {
    this.accounts = accounts;
  }

  public Page<Account> list(PageRequest request) {
    return accounts.list(request);
  }
}
