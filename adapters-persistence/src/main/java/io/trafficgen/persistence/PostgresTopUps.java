package io.trafficgen.persistence;

import io.trafficgen.application.port.TopUps;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.TopUp;
import io.trafficgen.domain.billing.TopUpReference;
import io.trafficgen.domain.billing.TopUpStatus;
import io.trafficgen.domain.pricing.Quote;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** {@link TopUps} in {@code top_ups}; of the quote all but the hint at the next tier is kept. */
public final class PostgresTopUps implements TopUps {
  private final PostgresDatabase database;

  public PostgresTopUps(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public boolean add(TopUp topUp) {
    Quote quote = topUp.quote();
    return database.read(handle ->
        handle
                .createUpdate(
                    """
                    insert into top_ups (id, user_id, reference, amount_micros, visits,
                      price_micros, price_version, status, created_at, pay_url)
                    values (:id, :account, :reference, :amount, :visits, :price, :version,
                      :status, :createdAt, :payUrl)
                    on conflict (reference) do nothing
                    """)
                .bind("id", topUp.id())
                .bind("account", topUp.account().value())
                .bind("reference", topUp.reference().value())
                .bind("amount", quote.amount().micros())
                .bind("visits", quote.visits())
                .bind("price", quote.pricePerVisit().micros())
                .bind("version", quote.priceVersion())
                .bind("status", topUp.status().wireName())
                .bind("createdAt", topUp.createdAt())
                .bind("payUrl", topUp.checkout().map(URI::toString))
                .execute()
            == 1);
  }

  @Override
  public Optional<TopUp> find(AccountId owner, UUID id) {
    return one(
        "select * from top_ups where id = :id and user_id = :owner",
        query -> query.bind("id", id).bind("owner", owner.value()));
  }

  @Override
  public Optional<TopUp> find(UUID id) {
    return one("select * from top_ups where id = :id", query -> query.bind("id", id));
  }

  @Override
  public Optional<TopUp> find(TopUpReference reference) {
    return one(
        "select * from top_ups where reference = :reference",
        query -> query.bind("reference", reference.value()));
  }

  @Override
  public void fail(UUID id) {
    database.run(handle ->
        handle
            .createUpdate(
                "update top_ups set status = 'failed' where id = :id and status = 'pending'")
            .bind("id", id)
            .execute());
  }

  /** Their payments arrived; in the transaction that books these. */
  static void complete(Handle handle, List<UUID> topUps) {
    if (!topUps.isEmpty()) {
      handle
          .createUpdate("update top_ups set status = 'completed' where id = any (:ids)")
          .bindArray("ids", UUID.class, topUps)
          .execute();
    }
  }

  private Optional<TopUp> one(String sql, UnaryOperator<Query> bound) {
    return database.read(
        handle -> bound.apply(handle.createQuery(sql)).map(PostgresTopUps::topUp).findOne());
  }

  private static TopUp topUp(ResultSet row, StatementContext context) throws SQLException {
    return new TopUp(
        Columns.uuid(row, "id"),
        new AccountId(Columns.uuid(row, "user_id")),
        new TopUpReference(row.getString("reference")),
        new Quote(
            Columns.micros(row, "amount_micros"),
            row.getLong("visits"),
            Columns.micros(row, "price_micros"),
            row.getInt("price_version"),
            Optional.empty()),
        TopUpStatus.ofWireName(row.getString("status")),
        Columns.instant(row, "created_at"),
        Optional.ofNullable(row.getString("pay_url")).map(URI::create));
  }
}
