package io.trafficgen.persistence;

import io.trafficgen.application.port.IncomingPayment;
import io.trafficgen.domain.billing.Deposit;
import io.trafficgen.domain.billing.Payment;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** A new row of {@code payments}, and what else its money ends: event and top-up. */
record CreditedRow(IncomingPayment receipt, Deposit deposit) {
  /** Its key decides between copies: the transaction fails if another was faster. */
  static void insert(Handle handle, List<CreditedRow> rows) {
    handle
        .createUpdate(
            """
            insert into payments (id, provider, payment_id, user_id, event_id, top_up_id, lot_id,
              transaction_id, amount_micros, stated, price_version)
            select * from unnest(:ids, :providers, :payments, :accounts, :events, :topUps, :lots,
              :transactions, :amounts, :stated, :versions)
            """)
        .bindArray("ids", UUID.class, Columns.of(rows, row -> row.deposit.payment()))
        .bindArray("providers", String.class, Columns.of(rows, row -> row.payment().provider()))
        .bindArray("payments", String.class, Columns.of(rows, row -> row.payment().id()))
        .bindArray("accounts", UUID.class, Columns.of(rows, row -> row.receipt.account().value()))
        .bindArray("events", UUID.class, Columns.of(rows, row -> row.receipt.event()))
        .bindArray("topUps", UUID.class, Columns.of(rows, row -> row.receipt.topUp().orElse(null)))
        .bindArray("lots", UUID.class, Columns.of(rows, row -> row.deposit.lot().value()))
        .bindArray("transactions", UUID.class, Columns.of(rows, row -> row.deposit.transaction()))
        .bindArray("amounts", Long.class, Columns.of(rows, row -> row.payment().amount().micros()))
        .bindArray("stated", String.class, Columns.of(rows, row -> row.receipt.stated()))
        .bindArray("versions", Integer.class, Columns.of(rows, row -> row.receipt.priceVersion()))
        .execute();
  }

  /** Ends events and top-ups, and wakes the events that waited for these payments. */
  static void conclude(Handle handle, List<CreditedRow> rows) {
    EventRows.process(handle, Columns.of(rows, row -> row.receipt.event()));
    EventRows.wake(handle, Columns.of(rows, CreditedRow::payment));
    PostgresTopUps.complete(
        handle, rows.stream().flatMap(row -> row.receipt.topUp().stream()).toList());
  }

  private Payment payment() {
    return receipt.payment();
  }
}
