package io.trafficgen.persistence;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.Lot;
import io.trafficgen.domain.billing.Wallet;
import io.trafficgen.domain.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The money columns of a row of {@code users}, locked: the first lock of everything that moves
 * money.
 *
 * @param spent all that was ever spent
 * @param closed whether its owner has left: nothing is credited any more
 */
record WalletRow(
    AccountId account,
    Optional<AccountId> referrer,
    Optional<String> referralDoubt,
    Money spent,
    Money debt,
    boolean closed) {
  /**
   * Locks the account.
   *
   * @throws IllegalArgumentException if there is no such account
   */
  static WalletRow lock(Handle handle, AccountId account) {
    return find(handle, account)
        .orElseThrow(() -> new IllegalArgumentException("no account " + account));
  }

  /** Locks the account, if there is one. */
  static Optional<WalletRow> find(Handle handle, AccountId account) {
    return Optional.ofNullable(lock(handle, List.of(account)).get(account));
  }

  /**
   * Locks those accounts that there are, in one order for all. The weaker lock lets others refer to
   * the rows by foreign keys meanwhile.
   */
  static Map<AccountId, WalletRow> lock(Handle handle, Collection<AccountId> accounts) {
    return handle
        .createQuery(
            """
            select id, referred_by, referral_doubt, spent_micros, debt_micros,
              closed_at is not null as closed
            from users
            where id = any (:ids) order by id for no key update
            """)
        .bindArray("ids", UUID.class, accounts.stream().map(AccountId::value).distinct().toList())
        .map(WalletRow::of)
        .collect(Collectors.toMap(WalletRow::account, Function.identity()));
  }

  private static WalletRow of(ResultSet row, StatementContext context) throws SQLException {
    return new WalletRow(
        new AccountId(Columns.uuid(row, "id")),
        Columns.optionalUuid(row, "referred_by").map(AccountId::new),
        Columns.optionalText(row, "referral_doubt"),
        Columns.micros(row, "spent_micros"),
        Columns.micros(row, "debt_micros"),
        row.getBoolean("closed"));
  }

  /** As rules see it, with these lots. */
  Wallet with(List<Lot> lots) {
    return new Wallet(account, referrer, referralDoubt, spent, debt, lots);
  }

  /** As rules about deposits see it: other lots matter to a debt only. */
  Wallet forDeposit(Handle handle) {
    return with(debt.isPositive() ? LotRows.open(handle, account) : List.of());
  }

  /** Notes that this much more was spent. */
  void spend(Handle handle, Money amount) {
    handle
        .createUpdate(
            """
            update users set spent_micros = spent_micros + :spent,
              funds_micros = funds_micros - :spent
            where id = :id
            """)
        .bind("id", account.value())
        .bind("spent", amount.micros())
        .execute();
  }
}
