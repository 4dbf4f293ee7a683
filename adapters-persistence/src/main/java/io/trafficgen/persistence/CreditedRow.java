package io.trafficgen.persistence;

import io.trafficgen.application.port.IncomingPayment;
import io.trafficgen.domain.billing.Deposit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** A new row of {@code payments}, and what else its money ends: event and top-up. */
record CreditedRow(IncomingPayment receipt, Deposit deposit) {
  /** Its key decides between copies: the transaction fails if another was faster. */
  static void insert(Handle handle, List<CreditedRow> rows) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into payments (id, provider, payment_id, user_id, event_id, top_up_id, lot_id,
              transaction_id, amount_micros, stated, price_version)
            values (:id, :provider, :payment, :account, :event, :topUp, :lot, :transaction,
              :amount, :stated, :version)
            """);
    for (CreditedRow row : rows) {
      IncomingPayment receipt = row.receipt;
      batch
          .bind("id", row.deposit.payment())
          .bind("provider", receipt.payment().provider())
          .bind("payment", receipt.payment().id())
          .bind("account", receipt.account().value())
          .bind("event", receipt.event())
          .bind("topUp", receipt.topUp())
          .bind("lot", row.deposit.lot().value())
          .bind("transaction", row.deposit.transaction())
          .bind("amount", receipt.payment().amount().micros())
          .bind("stated", receipt.stated())
          .bind("version", receipt.priceVersion())
          .add();
    }
    batch.execute();
  }

  /** Ends events and top-ups, and wakes the events that waited for these payments. */
  static void conclude(Handle handle, List<CreditedRow> rows) {
    EventRows.process(handle, rows.stream().map(row -> row.receipt.event()).toList());
    EventRows.wake(handle, rows.stream().map(row -> row.receipt.payment()).toList());
    PostgresTopUps.complete(
        handle, rows.stream().flatMap(row -> row.receipt.topUp().stream()).toList());
  }
}
