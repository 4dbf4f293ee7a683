package io.trafficgen.persistence;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.LotId;
import io.trafficgen.domain.billing.PaymentStatus;
import io.trafficgen.domain.billing.ReceivedPayment;
import io.trafficgen.domain.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of {@code payments}. */
final class PaymentRows implements RowMapper<ReceivedPayment> {
  @Override
  public ReceivedPayment map(ResultSet row, StatementContext context) throws SQLException {
    long micros = row.getLong("amount_micros");
    Optional<Money> amount = row.wasNull() ? Optional.empty() : Optional.of(Money.ofMicros(micros));
    return new ReceivedPayment(
        Columns.uuid(row, "id"),
        row.getString("provider"),
        row.getString("payment_id"),
        amount,
        Columns.optionalText(row, "stated")
            .orElseGet(() -> amount.map(Money::toString).orElse("") + " EUR"),
        PaymentStatus.ofWireName(row.getString("status")),
        Columns.optionalText(row, "reason"),
        Columns.optionalUuid(row, "user_id").map(AccountId::new),
        Columns.optionalUuid(row, "lot_id").map(LotId::new),
        Columns.optionalUuid(row, "transaction_id"),
        Columns.micros(row, "reversed_micros"),
        row.getBoolean("disputed"),
        row.getInt("price_version"),
        Columns.uuid(row, "event_id"),
        Columns.instant(row, "created_at"));
  }

  /** A parked payment; false if it was known. */
  static boolean insert(Handle handle, ReceivedPayment payment) {
    return handle
            .createUpdate(
                """
                insert into payments (id, provider, payment_id, status, amount_micros, stated,
                  reason, event_id, price_version, created_at)
                values (:id, :provider, :payment, :status, :amount, :stated, :reason, :event,
                  :version, :createdAt)
                on conflict (provider, payment_id) do nothing
                """)
            .bind("id", payment.id())
            .bind("provider", payment.provider())
            .bind("payment", payment.providerId())
            .bind("status", payment.status().wireName())
            .bind("amount", payment.amount().map(Money::micros))
            .bind("stated", payment.stated())
            .bind("reason", payment.reason())
            .bind("event", payment.event())
            .bind("version", payment.priceVersion())
            .bind("createdAt", payment.createdAt())
            .execute()
        == 1;
  }

  static void update(Handle handle, ReceivedPayment payment) {
    handle
        .createUpdate(
            """
            update payments set status = :status, user_id = :account, lot_id = :lot,
              transaction_id = :transaction, amount_micros = :amount,
              reversed_micros = :reversed, disputed = :disputed
            where id = :id
            """)
        .bind("id", payment.id())
        .bind("status", payment.status().wireName())
        .bind("account", payment.account().map(AccountId::value))
        .bind("lot", payment.lot().map(LotId::value))
        .bind("transaction", payment.transaction())
        .bind("amount", payment.amount().map(Money::micros))
        .bind("reversed", payment.reversed().micros())
        .bind("disputed", payment.disputed())
        .execute();
  }

  static Optional<ReceivedPayment> find(Handle handle, UUID id) {
    return one(handle, "select * from payments where id = :id", id);
  }

  /** Locked; whoever calls holds the lock on its account. */
  static ReceivedPayment lock(Handle handle, UUID id) {
    return one(handle, "select * from payments where id = :id for no key update", id).orElseThrow();
  }

  private static Optional<ReceivedPayment> one(Handle handle, String sql, UUID id) {
    return handle.createQuery(sql).bind("id", id).map(new PaymentRows()).findOne();
  }
}
