package io.trafficgen.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The invariants of the billing page, 3.5, and of the counters: queries that must find nothing. */
final class LedgerInvariants {
  private static final Map<String, String> VIOLATIONS = new LinkedHashMap<>();

  static {
    VIOLATIONS.put(
        "I2 every journal sums to zero",
        "select journal_id from journal_entries group by journal_id having sum(amount_micros) <>"
            + " 0");
    VIOLATIONS.put(
        "I3 the balance is open lots less debt, to the cent below",
        """
        select u.id from users u left join lots l on l.user_id = u.id group by u.id
        having u.balance
          <> floor((coalesce(sum(l.remaining_micros), 0) - u.debt_micros) / 10000.0) / 100
        """);
    VIOLATIONS.put(
        "I3 the user's ledger accounts are open lots less debt",
        """
        select u.id from users u
        where (select coalesce(sum(amount_micros), 0) from journal_entries
            where account like 'user:' || u.id || ':%')
          <> (select coalesce(sum(remaining_micros), 0) from lots where user_id = u.id)
            - u.debt_micros
        """);
    VIOLATIONS.put(
        "the statement adds up to the balance",
        """
        select u.id from users u left join transactions t
          on t.user_id = u.id and t.status = 'completed'
        group by u.id having coalesce(sum(t.amount), 0) <> u.balance
        """);
    VIOLATIONS.put(
        "I4 what lots hold is what open holds promise",
        """
        select l.id from lots l left join holds h on h.lot_id = l.id group by l.id
        having l.held_micros
          <> coalesce(sum(h.visits - h.captured - h.released), 0) * l.price_micros
        """);
    VIOLATIONS.put(
        "I6 a hold is resolved when its grant is, and wholly",
        """
        select h.grant_id from holds h join grants g on g.id = h.grant_id
        where case when g.state in ('issued', 'leased') then h.released <> 0
          else h.captured + h.released <> h.visits end
        """);
    VIOLATIONS.put(
        "I6 a grant's money is held for all of its visits",
        """
        select g.id from grants g left join holds h on h.grant_id = g.id
        group by g.id having coalesce(sum(h.visits), 0) <> g.n
        """);
    VIOLATIONS.put(
        "I7 a payment has a lot, a row and one journal of its own",
        """
        select p.payment_id from payments p
        where (select count(*) from journals
          where cause = 'payment ' || p.provider || ' ' || p.payment_id)
          <> 1 + (select count(*) from affiliate_earnings e
            where e.transaction_id = p.transaction_id)
        """);
    VIOLATIONS.put(
        "I9 a referrer earns a fifth of every payment",
        """
        select p.payment_id from payments p join users u on u.id = p.user_id
        left join affiliate_earnings e on e.transaction_id = p.transaction_id
        where u.referred_by is not null
          and (e.id is null or e.amount <> round(p.amount_micros * 0.2 / 1000000, 2))
        """);
    VIOLATIONS.put(
        "I13 visits charged are captures",
        """
        select g.id from grants g
        where (select coalesce(sum(captured), 0) from holds where grant_id = g.id)
          <> (select count(*) from visits where grant_id = g.id and charged)
        """);
    VIOLATIONS.put(
        "I13 revenue is captures times price",
        """
        select 1 where (select coalesce(sum(amount_micros), 0) from journal_entries
            where account = 'revenue:visits')
          <> (select coalesce(sum(h.captured * l.price_micros), 0)
            from holds h join lots l on l.id = h.lot_id)
        """);
    VIOLATIONS.put(
        "a project reserves what its open grants may start",
        """
        select p.id from projects p where p.reserved
          <> (select coalesce(sum(n), 0) from grants
            where project_id = p.id and state in ('issued', 'leased'))
        """);
    VIOLATIONS.put(
        "a day counts what its grants started and may start",
        """
        select d.project_id from project_days d
        where (d.reserved, d.used)
          <> (select coalesce(sum(n) filter (where state in ('issued', 'leased')), 0),
              coalesce(sum(started) filter (where state = 'settled'), 0)
            from grants where project_id = d.project_id and day = d.day)
        """);
    VIOLATIONS.put(
        "a host's minute counts what its grants started and may start",
        """
        select h.host from host_minutes h
        where (h.reserved, h.used)
          <> (select coalesce(sum(n) filter (where state in ('issued', 'leased')), 0),
              coalesce(sum(started) filter (where state = 'settled'), 0)
            from grants where host = h.host and date_trunc('minute', starts_at) = h.minute)
        """);
  }

  private LedgerInvariants() {}

  static void check(PostgresDatabase database) {
    database.snapshot(handle -> {
      VIOLATIONS.forEach((promise, query) -> {
        List<String> found = handle.createQuery(query).mapTo(String.class).list();
        assertThat(found).as(promise).isEmpty();
      });
      return true;
    });
  }
}
