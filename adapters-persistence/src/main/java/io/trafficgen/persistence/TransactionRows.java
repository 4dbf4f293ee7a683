package io.trafficgen.persistence;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.Posting;
import io.trafficgen.domain.billing.Transaction;
import io.trafficgen.domain.billing.TransactionType;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.project.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
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

  /** The new rows of each account's statement. */
  static void insert(Handle handle, Map<AccountId, Posting> postings) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into transactions (id, user_id, type, amount, description, created_at)
            values (:id, :account, :type, :amount, :description, :createdAt)
            """);
    postings.forEach((account, posting) ->
        posting
            .statement()
            .forEach(row ->
                batch
                    .bind("id", row.id())
                    .bind("account", account.value())
                    .bind("type", row.type().wireName())
                    .bind("amount", Columns.euros(row.amount()))
                    .bind("description", row.description())
                    .bind("createdAt", row.createdAt())
                    .add()));
    if (batch.size() > 0) {
      batch.execute();
    }
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
