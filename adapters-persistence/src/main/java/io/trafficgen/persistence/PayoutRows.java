package io.trafficgen.persistence;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.Payout;
import io.trafficgen.domain.affiliate.PayoutStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of {@code payouts}. */
final class PayoutRows implements RowMapper<Payout> {
  @Override
  public Payout map(ResultSet row, StatementContext context) throws SQLException {
    return new Payout(
        Columns.uuid(row, "id"),
        new AccountId(Columns.uuid(row, "affiliate_id")),
        Columns.micros(row, "amount_micros"),
        row.getLong("earnings"),
        Columns.optionalText(row, "method"),
        PayoutStatus.ofWireName(row.getString("status")),
        Columns.optionalText(row, "note"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "changed_at"));
  }

  static void insert(Handle handle, Payout payout) {
    handle
        .createUpdate(
            """
            insert into payouts (id, affiliate_id, amount_micros, earnings, method, status, note,
              created_at, changed_at)
            values (:id, :affiliate, :amount, :earnings, :method, :status, :note, :createdAt,
              :changedAt)
            """)
        .bind("id", payout.id())
        .bind("affiliate", payout.affiliate().value())
        .bind("amount", payout.amount().micros())
        .bind("earnings", payout.earnings())
        .bind("method", payout.method())
        .bind("status", payout.status().wireName())
        .bind("note", payout.note())
        .bind("createdAt", payout.createdAt())
        .bind("changedAt", payout.changedAt())
        .execute();
  }

  /** Writes the state and lets the earnings follow, locked in the order of whoever reverses one. */
  static void update(Handle handle, Payout payout) {
    handle
        .createUpdate(
            """
            update payouts set status = :status, note = :note, changed_at = :changedAt
            where id = :id
            """)
        .bind("id", payout.id())
        .bind("status", payout.status().wireName())
        .bind("note", payout.note())
        .bind("changedAt", payout.changedAt())
        .execute();
    handle
        .createUpdate(
            """
            update affiliate_earnings
            set status = :status, payout = case when :status = 'approved' then null else payout end
            where id in (select id from affiliate_earnings
              where payout = :id and status <> :status order by created_at, id for update)
            """)
        .bind("id", payout.id())
        .bind("status", payout.status().ofEarnings().wireName())
        .execute();
  }

  static Optional<Payout> find(Handle handle, UUID id) {
    return one(handle, "select * from payouts where id = :id", id);
  }

  static Optional<Payout> lock(Handle handle, UUID id) {
    return one(handle, "select * from payouts where id = :id for update", id);
  }

  private static Optional<Payout> one(Handle handle, String sql, UUID id) {
    return handle.createQuery(sql).bind("id", id).map(new PayoutRows()).findOne();
  }
}
