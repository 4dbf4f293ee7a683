package io.trafficgen.persistence;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.EarningStatus;
import io.trafficgen.domain.affiliate.EarningTotal;
import io.trafficgen.domain.money.Money;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Earnings of an affiliate that are about to be settled, locked; what a reversal adds meanwhile is
 * not among them and is netted the next time.
 */
record OpenEarnings(Handle handle, List<Row> rows) {
  private record Row(UUID id, Money amount) {}

  /** Whoever calls holds the lock on the affiliate. */
  static OpenEarnings lock(Handle handle, AccountId affiliate, List<EarningStatus> states) {
    return new OpenEarnings(
        handle,
        handle
            .createQuery(
                """
                select id, amount from affiliate_earnings
                where referrer_id = :affiliate and status = any (:states)
                order by created_at, id for update
                """)
            .bind("affiliate", affiliate.value())
            .bindArray(
                "states", String.class, states.stream().map(EarningStatus::wireName).toList())
            .map((row, context) -> new Row(Columns.uuid(row, "id"), Columns.euros(row, "amount")))
            .list());
  }

  EarningTotal total() {
    return new EarningTotal(
        rows.size(), rows.stream().map(Row::amount).reduce(Money.ZERO, Money::plus));
  }

  void putInto(UUID payout) {
    settle(
        "update affiliate_earnings set status = 'in_payout', payout = :by where id = any (:ids)",
        payout);
  }

  void creditBy(UUID transaction) {
    settle(
        "update affiliate_earnings set status = 'paid', credit = :by where id = any (:ids)",
        transaction);
  }

  private void settle(String sql, UUID by) {
    handle
        .createUpdate(sql)
        .bind("by", by)
        .bindArray("ids", UUID.class, rows.stream().map(Row::id).toList())
        .execute();
  }
}
