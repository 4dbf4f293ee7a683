package io.trafficgen.persistence;

import io.trafficgen.domain.billing.ReceivedPayment;
import io.trafficgen.domain.billing.Reversal;
import io.trafficgen.domain.billing.ReversalKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of {@code reversals}. */
final class ReversalRows implements RowMapper<Reversal> {
  @Override
  public Reversal map(ResultSet row, StatementContext context) throws SQLException {
    return new Reversal(
        Columns.uuid(row, "id"),
        Columns.optionalText(row, "reversal_id"),
        ReversalKind.ofWireName(row.getString("kind")),
        Columns.micros(row, "amount_micros"),
        row.getString("reason"),
        Columns.optionalUuid(row, "transaction_id"),
        Columns.instant(row, "created_at"));
  }

  /** Writes a new one, or that the provider told of a known one. */
  static void write(
      Handle handle, ReceivedPayment payment, Reversal reversal, Optional<UUID> event) {
    handle
        .createUpdate(
            """
            insert into reversals (id, payment, provider, reversal_id, kind, amount_micros,
              reason, event_id, transaction_id, created_at)
            values (:id, :payment, :provider, :providerId, :kind, :amount, :reason, :event,
              :transaction, :createdAt)
            on conflict (id) do update
            set reversal_id = excluded.reversal_id, event_id = excluded.event_id
            """)
        .bind("id", reversal.id())
        .bind("payment", payment.id())
        .bind("provider", payment.provider())
        .bind("providerId", reversal.providerId())
        .bind("kind", reversal.kind().wireName())
        .bind("amount", reversal.amount().micros())
        .bind("reason", reversal.reason())
        .bind("event", event)
        .bind("transaction", reversal.transaction())
        .bind("createdAt", reversal.createdAt())
        .execute();
  }

  static List<Reversal> of(Handle handle, UUID payment) {
    return handle
        .createQuery("select * from reversals where payment = :payment order by created_at, id")
        .bind("payment", payment)
        .map(new ReversalRows())
        .list();
  }
}
