package io.trafficgen.application.port;

import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.BalanceSheet;
import io.trafficgen.domain.billing.Deposit;
import io.trafficgen.domain.billing.Transaction;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Money of accounts: lots, journals and statement, changed together or not at all. Spending by
 * visits is done through {@link Budgets}.
 */
public interface Ledger {
  /**
   * Books a payment once: of any number of copies, at once or later, one is credited. The inbox
   * event is marked processed, and the top-up completed, in the same transaction.
   *
   * @param rule from the account's referrer, read under the account's lock, to everything that
   *     changes
   * @return false if this payment was credited before
   */
  boolean deposit(
      UUID event,
      AccountId account,
      Optional<UUID> topUp,
      Function<Optional<AccountId>, Deposit> rule);

  BalanceSheet balance(AccountId account);

  Page<Transaction> transactions(AccountId account, PageRequest request);
}
