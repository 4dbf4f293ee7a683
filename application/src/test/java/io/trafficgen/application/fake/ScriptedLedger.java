package io.trafficgen.application.fake;

import io.trafficgen.application.port.BrokenInvariant;
import io.trafficgen.application.port.Deposited;
import io.trafficgen.application.port.IncomingPayment;
import io.trafficgen.application.port.Ledger;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Shows everybody what a test says, and rows of the statement that a rule writes. It books nothing:
 * what a ledger promises is the database.
 */
public final class ScriptedLedger implements Ledger {
  private final List<Transaction> transactions = new CopyOnWriteArrayList<>();
  private final List<BrokenInvariant> broken = new CopyOnWriteArrayList<>();
  private final BalanceSheet balance;
  private final InMemoryAccounts accounts;
  private final InMemoryAuditLog log;

  /** A ledger of no account. */
  public ScriptedLedger(BalanceSheet balance) {
    this(balance, new InMemoryAccounts(), new InMemoryAuditLog());
  }

  /**
   * @param log gets what operators do
   */
  public ScriptedLedger(BalanceSheet balance, InMemoryAccounts accounts, InMemoryAuditLog log) {
    this.balance = balance;
    this.accounts = accounts;
    this.log = log;
  }

  /** Adds a row to the statement. */
  public void add(Transaction transaction) {
    transactions.add(transaction);
  }

  @Override
  public Deposited deposit(
      List<IncomingPayment> receipts, BiFunction<Wallet, IncomingPayment, Deposit> rule) {
    throw new UnsupportedOperationException("only the database books");
  }

  @Override
  public boolean post(AccountId account, Function<Wallet, Posting> rule, AuditEntry entry) {
    if (accounts.find(account).isEmpty()) {
      return false;
    }
    transactions.addAll(rule.apply(ScriptedPayments.emptyWallet(account)).statement());
    log.append(entry);
    return true;
  }

  /** From now on a promise does not hold. */
  public void breakPromise(BrokenInvariant promise) {
    broken.add(promise);
  }

  @Override
  public List<BrokenInvariant> reconcile() {
    return List.copyOf(broken);
  }

  @Override
  public BalanceSheet balance(AccountId account) {
    return balance;
  }

  @Override
  public Optional<Lot> lot(LotId lot) {
    return balance.lots().stream().filter(known -> known.id().equals(lot)).findAny();
  }

  @Override
  public Page<Transaction> transactions(AccountId account, PageRequest request) {
    return NewestFirst.page(
        transactions.stream(), request, row -> new Position(row.createdAt(), row.id()));
  }
}
