package io.trafficgen.application.port;

import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.billing.BalanceSheet;
import io.trafficgen.domain.billing.Deposit;
import io.trafficgen.domain.billing.Lot;
import io.trafficgen.domain.billing.LotId;
import io.trafficgen.domain.billing.Posting;
import io.trafficgen.domain.billing.Transaction;
import io.trafficgen.domain.billing.Wallet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Money of accounts: lots, journals and statement, changed together or not at all. Spending by
 * visits is done through {@link Budgets}, what follows a payment through {@link Payments}.
 */
public interface Ledger {
  /**
   * Books payments, each once: of any number of copies, at once or later, one is credited. All are
   * booked in one transaction, and with them their inbox events are processed, their top-ups
   * completed, and events made due that waited for them.
   *
   * @param rule from the payer's wallet, locked, to everything that changes
   */
  Deposited deposit(
      List<IncomingPayment> receipts, BiFunction<Wallet, IncomingPayment, Deposit> rule);

  /**
   * Posts what the rule says of the account's wallet, locked.
   *
   * @return false if there is no such account
   */
  boolean post(AccountId account, Function<Wallet, Posting> rule, AuditEntry entry);

  BalanceSheet balance(AccountId account);

  /** A lot of whomever, spent or not. */
  Optional<Lot> lot(LotId lot);

  Page<Transaction> transactions(AccountId account, PageRequest request);

  /** Names of the invariants of the billing page, 3.5, that do not hold, with where. */
  List<BrokenInvariant> reconcile();
}
