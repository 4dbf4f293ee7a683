package io.trafficgen.persistence;

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
import java.util.function.BiFunction;
import java.util.function.Function;

/** {@link Ledger} in {@code payments}, {@code lots}, {@code journals} and {@code transactions}. */
public final class PostgresLedger implements Ledger {
  private final PostgresDatabase database;

  public PostgresLedger(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public Deposited deposit(
      List<IncomingPayment> receipts, BiFunction<Wallet, IncomingPayment, Deposit> rule) {
    return database.inTransaction(handle -> DepositStep.run(handle, receipts, rule));
  }

  @Override
  public boolean post(AccountId account, Function<Wallet, Posting> rule, AuditEntry entry) {
    return database.inTransaction(handle -> {
      Optional<WalletRow> wallet = WalletRow.find(handle, account).filter(row -> !row.closed());
      wallet.ifPresent(row -> {
        Wallet owned = row.with(LotRows.open(handle, account));
        PostingRows.write(handle, account, rule.apply(owned));
        AuditRows.insert(handle, entry);
      });
      return wallet.isPresent();
    });
  }

  @Override
  public BalanceSheet balance(AccountId account) {
    return database.snapshot(handle ->
        handle
            .createQuery("select balance, debt_micros from users where id = :account")
            .bind("account", account.value())
            .map((row, context) ->
                new BalanceSheet(
                    Columns.euros(row, "balance"),
                    Columns.micros(row, "debt_micros"),
                    LotRows.open(handle, account)))
            .findOne()
            .orElseThrow(() -> new IllegalArgumentException("no account " + account)));
  }

  @Override
  public Optional<Lot> lot(LotId lot) {
    return database.read(handle -> LotRows.find(handle, lot));
  }

  @Override
  public Page<Transaction> transactions(AccountId account, PageRequest request) {
    return database.read(handle ->
        Pages.of(
            handle
                .createQuery(
                    """
                    select * from transactions
                    where user_id = :account and (created_at, id) < (:at, :after)
                    order by created_at desc, id desc limit :rows
                    """)
                .bind("account", account.value()),
            request,
            new TransactionRows(),
            found -> new Position(found.createdAt(), found.id())));
  }

  @Override
  public List<BrokenInvariant> reconcile() {
    return database.patient().snapshot(LedgerInvariants::broken);
  }
}
