package io.trafficgen.application.billing;

import io.trafficgen.application.port.Ledger;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.BalanceSheet;

/** Shows what an account owns. */
public final class ShowBalance {
  private final Ledger ledger;

  public ShowBalance(Ledger ledger) {
    this.ledger = ledger;
  }

  public BalanceSheet show(AccountId account) {
    return ledger.balance(account);
  }
}
