package io.trafficgen.persistence;

import io.trafficgen.application.port.Ledger;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.billing.BalanceSheet;
import io.trafficgen.domain.billing.Deposit;
import io.trafficgen.domain.billing.Payment;
import io.trafficgen.domain.billing.Transaction;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** {@link Ledger} in {@code payments}, {@code lots}, {@code journals} and {@code transactions}. */
public final class PostgresLedger implements Ledger {
  private final PostgresDatabase database;

  public PostgresLedger(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public boolean deposit(
      UUID event,
      AccountId account,
      Optional<UUID> topUp,
      Function<Optional<AccountId>, Deposit> rule) {
    return database.inTransaction(handle -> {
      WalletRow wallet = WalletRow.lock(handle, account);
      Deposit deposit = rule.apply(wallet.referrer());
      boolean fresh = insertPayment(handle, event, account, topUp, deposit);
      if (fresh) {
        book(handle, wallet, deposit);
        topUp.ifPresent(intent -> complete(handle, intent));
      }
      handle
          .createUpdate("update webhook_events set state = 'processed' where id = :event")
          .bind("event", event)
          .execute();
      return fresh;
    });
  }

  /** Whether the payment is new: its key decides between copies. */
  private static boolean insertPayment(
      Handle handle, UUID event, AccountId account, Optional<UUID> topUp, Deposit deposit) {
    Payment payment = deposit.payment();
    return handle
            .createUpdate(
                """
                insert into payments (provider, payment_id, user_id, event_id, top_up_id, lot_id,
                  transaction_id, amount_micros)
                values (:provider, :id, :account, :event, :topUp, :lot, :transaction, :amount)
                on conflict (provider, payment_id) do nothing
                """)
            .bind("provider", payment.provider())
            .bind("id", payment.id())
            .bind("account", account.value())
            .bind("event", event)
            .bind("topUp", topUp)
            .bind("lot", deposit.lot().id().value())
            .bind("transaction", deposit.transaction().id())
            .bind("amount", payment.amount().micros())
            .execute()
        == 1;
  }

  private static void book(Handle handle, WalletRow wallet, Deposit deposit) {
    Payment payment = deposit.payment();
    LotRows.insert(handle, wallet.account(), deposit.lot());
    TransactionRows.insert(handle, wallet.account(), deposit.transaction());
    JournalRows.append(
        handle, "payment " + payment.provider() + " " + payment.id(), deposit.journals());
    deposit.earning().ifPresent(earning -> insertEarning(handle, earning));
    wallet.write(handle, wallet.spent());
  }

  private static void insertEarning(Handle handle, Earning earning) {
    handle
        .createUpdate(
            """
            insert into affiliate_earnings (id, referrer_id, referee_id, transaction_id, amount,
              basis_points, status, created_at)
            values (:id, :referrer, :referee, :transaction, :amount, :basisPoints, :status,
              :createdAt)
            """)
        .bind("id", earning.id())
        .bind("referrer", earning.referrer().value())
        .bind("referee", earning.referee().value())
        .bind("transaction", earning.transaction())
        .bind("amount", Columns.euros(earning.amount()))
        .bind("basisPoints", earning.basisPoints())
        .bind("status", earning.status().wireName())
        .bind("createdAt", earning.createdAt())
        .execute();
  }

  private static void complete(Handle handle, UUID topUp) {
    handle
        .createUpdate("update top_ups set status = 'completed' where id = :id")
        .bind("id", topUp)
        .execute();
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
}
