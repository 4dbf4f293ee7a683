package io.trafficgen.persistence;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.Lot;
import io.trafficgen.domain.billing.LotId;
import io.trafficgen.domain.billing.LotKind;
import io.trafficgen.domain.billing.SpendOrder;
import io.trafficgen.domain.visit.GrantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of {@code lots}; whoever writes holds the lock on the account. */
final class LotRows implements RowMapper<Lot> {
  @Override
  public Lot map(ResultSet row, StatementContext context) throws SQLException {
    return new Lot(
        new LotId(Columns.uuid(row, "id")),
        LotKind.ofWireName(row.getString("kind")),
        Columns.micros(row, "price_micros"),
        row.getInt("price_version"),
        Columns.micros(row, "granted_micros"),
        Columns.micros(row, "remaining_micros"),
        Columns.micros(row, "held_micros"),
        row.getBoolean("frozen"),
        Columns.instant(row, "created_at"));
  }

  /** Lots with money left, in spend order. */
  static List<Lot> open(Handle handle, AccountId account) {
    return SpendOrder.sorted(
        handle
            .createQuery("select * from lots where user_id = :account and remaining_micros > 0")
            .bind("account", account.value())
            .map(new LotRows())
            .list());
  }

  /** The lots that hold money for the grant. */
  static Map<LotId, Lot> of(Handle handle, GrantId grant) {
    return handle
        .createQuery(
            """
            select l.* from lots l join holds h on h.lot_id = l.id where h.grant_id = :grant
            """)
        .bind("grant", grant.value())
        .map(new LotRows())
        .collect(Collectors.toMap(Lot::id, Function.identity()));
  }

  /**
   * @param accounts whose each lot is
   */
  static void insert(Handle handle, List<UUID> accounts, List<Lot> lots) {
    if (lots.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            """
            insert into lots (id, user_id, kind, price_micros, price_version, granted_micros,
              remaining_micros, held_micros, created_at)
            select * from unnest(:ids, :accounts, :kinds, :prices, :versions, :granted,
              :remaining, :held, :times)
            """)
        .bindArray("ids", UUID.class, Columns.of(lots, lot -> lot.id().value()))
        .bindArray("accounts", UUID.class, accounts)
        .bindArray("kinds", String.class, Columns.of(lots, lot -> lot.kind().wireName()))
        .bindArray("prices", Long.class, Columns.of(lots, lot -> lot.pricePerVisit().micros()))
        .bindArray("versions", Integer.class, Columns.of(lots, Lot::priceVersion))
        .bindArray("granted", Long.class, Columns.of(lots, lot -> lot.granted().micros()))
        .bindArray("remaining", Long.class, Columns.of(lots, lot -> lot.remaining().micros()))
        .bindArray("held", Long.class, Columns.of(lots, lot -> lot.held().micros()))
        .bindArray("times", Instant.class, Columns.of(lots, Lot::createdAt))
        .execute();
  }

  /** Writes what is left and held of each lot, and whether it is frozen. */
  static void update(Handle handle, Collection<Lot> lots) {
    if (lots.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            update lots set remaining_micros = :remaining, held_micros = :held, frozen = :frozen
            where id = :id
            """);
    for (Lot lot : lots) {
      batch
          .bind("id", lot.id().value())
          .bind("remaining", lot.remaining().micros())
          .bind("held", lot.held().micros())
          .bind("frozen", lot.frozen())
          .add();
    }
    batch.execute();
  }

  /** A lot by its identity. */
  static Optional<Lot> find(Handle handle, LotId id) {
    return handle
        .createQuery("select * from lots where id = :id")
        .bind("id", id.value())
        .map(new LotRows())
        .findOne();
  }
}
