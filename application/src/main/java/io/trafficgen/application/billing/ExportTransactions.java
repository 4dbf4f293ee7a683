package io.trafficgen.application.billing;

import io.trafficgen.application.port.Ledger;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PagedItems;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.Transaction;
import java.util.Iterator;
import java.util.Optional;

/** Hands out a whole statement, newest first, in constant memory. */
public final class ExportTransactions {
  private static final int ROWS = 500;

  private final Ledger ledger;

  public ExportTransactions(Ledger ledger) {
    this.ledger = ledger;
  }

  public Iterator<Transaction> export(AccountId account) {
    return PagedItems.of(
        request -> ledger.transactions(account, request), new PageRequest(ROWS, Optional.empty()));
  }
}
