package io.trafficgen.persistence;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.affiliate.EarningStatus;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of {@code affiliate_earnings}. */
final class EarningRows implements RowMapper<Earning> {
  @Override
  public Earning map(ResultSet row, StatementContext context) throws SQLException {
    return new Earning(
        Columns.uuid(row, "id"),
        new AccountId(Columns.uuid(row, "referrer_id")),
        new AccountId(Columns.uuid(row, "referee_id")),
        Columns.uuid(row, "payment"),
        Columns.uuid(row, "transaction_id"),
        Columns.euros(row, "amount"),
        row.getInt("basis_points"),
        EarningStatus.ofWireName(row.getString("status")),
        Columns.optionalUuid(row, "reverses"),
        Columns.optionalText(row, "hold_reason"),
        Columns.instant(row, "matures_at"),
        Columns.instant(row, "created_at"));
  }

  static void insert(Handle handle, List<Earning> earnings) {
    if (earnings.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            """
            insert into affiliate_earnings (id, referrer_id, referee_id, payment, transaction_id,
              amount, basis_points, status, reverses, hold_reason, matures_at, created_at)
            select * from unnest(:ids, :referrers, :referees, :payments, :transactions, :amounts,
              :basisPoints, :statuses, :reverses, :holdReasons, :maturing, :times)
            """)
        .bindArray("ids", UUID.class, Columns.of(earnings, Earning::id))
        .bindArray("referrers", UUID.class, Columns.of(earnings, each -> each.referrer().value()))
        .bindArray("referees", UUID.class, Columns.of(earnings, each -> each.referee().value()))
        .bindArray("payments", UUID.class, Columns.of(earnings, Earning::payment))
        .bindArray("transactions", UUID.class, Columns.of(earnings, Earning::transaction))
        .bindArray(
            "amounts", BigDecimal.class, Columns.of(earnings, each -> Columns.euros(each.amount())))
        .bindArray("basisPoints", Integer.class, Columns.of(earnings, Earning::basisPoints))
        .bindArray("statuses", String.class, Columns.of(earnings, each -> each.status().wireName()))
        .bindArray(
            "reverses", UUID.class, Columns.of(earnings, each -> each.reverses().orElse(null)))
        .bindArray(
            "holdReasons",
            String.class,
            Columns.of(earnings, each -> each.holdReason().orElse(null)))
        .bindArray("maturing", Instant.class, Columns.of(earnings, Earning::maturesAt))
        .bindArray("times", Instant.class, Columns.of(earnings, Earning::createdAt))
        .execute();
  }

  /** Writes state and hold of each. */
  static void update(Handle handle, List<Earning> earnings) {
    if (earnings.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            update affiliate_earnings set status = :status, hold_reason = :reason where id = :id
            """);
    for (Earning earning : earnings) {
      batch
          .bind("id", earning.id())
          .bind("status", earning.status().wireName())
          .bind("reason", earning.holdReason())
          .add();
    }
    batch.execute();
  }

  /** Commission on a payment, locked: after the account's row and its lots. */
  static List<Earning> lock(Handle handle, UUID payment) {
    return handle
        .createQuery(
            """
            select * from affiliate_earnings where payment = :payment
            order by created_at, id for update
            """)
        .bind("payment", payment)
        .map(new EarningRows())
        .list();
  }

  static List<Earning> of(Handle handle, UUID payment) {
    return handle
        .createQuery(
            "select * from affiliate_earnings where payment = :payment order by created_at, id")
        .bind("payment", payment)
        .map(new EarningRows())
        .list();
  }
}
