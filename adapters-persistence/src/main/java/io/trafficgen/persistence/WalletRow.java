package io.trafficgen.persistence;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.money.Rounding;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The money columns of a row of {@code users}, locked: the first lock of everything that moves
 * money.
 *
 * @param spent all that was ever spent
 */
record WalletRow(AccountId account, Optional<AccountId> referrer, Money spent, Money debt) {
  /**
   * Locks the account. The weaker lock lets others refer to the row by foreign keys meanwhile.
   *
   * @throws IllegalArgumentException if there is no such account
   */
  static WalletRow lock(Handle handle, AccountId account) {
    return handle
        .createQuery(
            """
            select referred_by, spent_micros, debt_micros from users where id = :id
            for no key update
            """)
        .bind("id", account.value())
        .map((row, context) ->
            new WalletRow(
                account,
                Columns.optionalUuid(row, "referred_by").map(AccountId::new),
                Columns.micros(row, "spent_micros"),
                Columns.micros(row, "debt_micros")))
        .findOne()
        .orElseThrow(() -> new IllegalArgumentException("no account " + account));
  }

  /** Writes what was spent in all, and the balance shown: open lots less debt, to the cent. */
  void write(Handle handle, Money spentInAll) {
    Money balance = LotRows.sum(handle, account).minus(debt).toCents(Rounding.FLOOR);
    handle
        .createUpdate("update users set spent_micros = :spent, balance = :balance where id = :id")
        .bind("id", account.value())
        .bind("spent", spentInAll.micros())
        .bind("balance", Columns.euros(balance))
        .execute();
  }
}
