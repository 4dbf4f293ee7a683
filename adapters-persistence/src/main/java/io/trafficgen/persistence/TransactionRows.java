package io.trafficgen.persistence;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.Transaction;
import io.trafficgen.domain.billing.TransactionType;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.project.ProjectId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of {@code transactions}: the statement. */
final class TransactionRows implements RowMapper<Transaction> {
  @Override
  public Transaction map(ResultSet row, StatementContext context) throws SQLException {
    return new Transaction(
        Columns.uuid(row, "id"),
        TransactionType.ofWireName(row.getString("type")),
        Columns.euros(row, "amount"),
        row.getString("description"),
        Columns.instant(row, "created_at"));
  }

  /**
   * @param accounts on whose statement each row is
   */
  static void insert(Handle handle, List<UUID> accounts, List<Transaction> rows) {
    if (rows.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            """
            insert into transactions (id, user_id, type, amount, description, created_at)
            select * from unnest(:ids, :accounts, :types, :amounts, :descriptions, :times)
            """)
        .bindArray("ids", UUID.class, Columns.of(rows, Transaction::id))
        .bindArray("accounts", UUID.class, accounts)
        .bindArray("types", String.class, Columns.of(rows, row -> row.type().wireName()))
        .bindArray(
            "amounts", BigDecimal.class, Columns.of(rows, row -> Columns.euros(row.amount())))
        .bindArray("descriptions", String.class, Columns.of(rows, Transaction::description))
        .bindArray("times", Instant.class, Columns.of(rows, Transaction::createdAt))
        .execute();
  }

  /** Lets the debit row of the project's day grow; there is none before a whole cent is shown. */
  static void growDebit(
      Handle handle, AccountId account, ProjectId project, LocalDate day, Money shown) {
    if (shown.isZero()) {
      return;
    }
    handle
        .createUpdate(
            """
            insert into transactions as t (id, user_id, type, amount, description, project_id, day)
            select gen_random_uuid(), :account, 'debit', :amount,
              'Visits of ' || p.name || ' on ' || cast(:day as date), p.id, :day
            from projects p where p.id = :project
            on conflict (project_id, day) where type = 'debit'
            do update set amount = t.amount + excluded.amount
            """)
        .bind("account", account.value())
        .bind("amount", Columns.euros(shown.negated()))
        .bind("project", project.value())
        .bind("day", day)
        .execute();
  }
}
