package io.trafficgen.persistence;

import io.trafficgen.application.port.BrokenInvariant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The invariants of the billing page, 3.5, and of the counters: queries that must find nothing. */
final class LedgerInvariants {
  private static final int MOST_SHOWN = 10;

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
        "I3 the user's funds and ledger accounts are open lots less debt",
        """
        select u.id from users u
        where u.funds_micros <> (select coalesce(sum(amount_micros), 0) from journal_entries
            where account like 'user:' || u.id || ':%')
          or (select coalesce(sum(amount_micros), 0) from journal_entries
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
        "I5 nobody's money is negative, but for debts",
        """
        select id from users where spent_micros < 0 or debt_micros < 0
          or funds_micros < -debt_micros
        """);
    VIOLATIONS.put(
        "I7 a credited payment has one lot of its account, granted what did not go back before",
        """
        select p.id from payments p left join lots l on l.id = p.lot_id
        where p.status = 'credited'
          and (l.id is null or l.user_id <> p.user_id or l.granted_micros > p.amount_micros
            or (select count(*) from payments other where other.lot_id = p.lot_id) <> 1)
        """);
    VIOLATIONS.put(
        "I8 what went back of a payment is the sum of its reversals, and never above it",
        """
        select p.id from payments p left join reversals r on r.payment = p.id group by p.id
        having p.reversed_micros <> coalesce(sum(r.amount_micros), 0)
          or p.reversed_micros > coalesce(p.amount_micros, 0)
        """);
    VIOLATIONS.putAll(AffiliateInvariants.VIOLATIONS);
    VIOLATIONS.put(
        "I11 a processed event is known by what it did, an open one by nothing",
        """
        select e.id from webhook_events e join payments p on p.event_id = e.id
        where (p.status = 'credited' and e.state not in ('processed', 'processing', 'received'))
          or (p.status = 'parked' and e.state = 'processed')
        """);
    VIOLATIONS.put(
        "I12 what a provider sent is credited, unmatched or went back",
        """
        select provider from payments group by provider
        having sum(case when status = 'credited' or reason is null or amount_micros is not null
            then amount_micros - reversed_micros else 0 end)
          <> -(select coalesce(sum(amount_micros), 0) from journal_entries
            where account = 'provider:' || provider || ':clearing')
        """);
    VIOLATIONS.put(
        "I12 unmatched money is what is parked",
        """
        select 1 where (select coalesce(sum(amount_micros), 0) from journal_entries
            where account = 'liability:unmatched')
          <> (select coalesce(sum(amount_micros - reversed_micros), 0) from payments
            where status = 'parked' and amount_micros is not null)
        """);
    VIOLATIONS.put(
        "a lot is frozen exactly while its payment is disputed",
        """
        select p.id from payments p join lots l on l.id = p.lot_id
        where l.frozen <> p.disputed
          or p.disputed <> exists (select 1 from disputes d where d.payment = p.id and d.open)
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

  /** Those that do not hold, each with the first rows that break it. */
  static List<BrokenInvariant> broken(Handle handle) {
    List<BrokenInvariant> broken = new ArrayList<>();
    VIOLATIONS.forEach((promise, query) -> {
      List<String> where =
          handle.createQuery(query + " limit " + MOST_SHOWN).mapTo(String.class).list();
      if (!where.isEmpty()) {
        broken.add(new BrokenInvariant(promise, where));
      }
    });
    return broken;
  }
}
