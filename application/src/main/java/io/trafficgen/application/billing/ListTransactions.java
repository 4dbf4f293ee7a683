package io.trafficgen.application.billing;

import io.trafficgen.application.port.Ledger;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.Transaction;

/** Lists the statement of an account. */
public final class ListTransactions {
  private final Ledger ledger;

  public ListTransactions(Ledger ledger) {
    this.ledger = ledger;
  }

  public Page<Transaction> list(AccountId account, PageRequest request) {
    return ledger.transactions(account, request);
  }
}
