package io.trafficgen.persistence;

import java.util.LinkedHashMap;
import java.util.Map;

/** The part of {@link LedgerInvariants} about commission and payouts. */
final class AffiliateInvariants {
  static final Map<String, String> VIOLATIONS = new LinkedHashMap<>();

  static {
    VIOLATIONS.put(
        // Void is what an operator refused; what a refund voided has nothing left either way.
        "I9 commission is a fifth of what is left of the payment at all times, or refused",
        """
        select p.id from payments p join users u on u.id = p.user_id
        left join affiliate_earnings e on e.payment = p.id
        where u.referred_by is not null and p.status = 'credited'
        group by p.id
        having count(e.id) = 0 or sum(e.amount)
          <> case when bool_or(e.reverses is null and e.status = 'voided') then 0
            else round((p.amount_micros - p.reversed_micros) * max(e.basis_points) / 10000
              / 1000000.0, 2) end
        """);
    VIOLATIONS.put(
        "I9 what is owed to an affiliate is what was earned and not paid",
        """
        select u.id from users u
        where (select coalesce(sum(amount_micros), 0) from journal_entries
            where account = 'affiliate:' || u.id || ':payable')
          <> (select coalesce(sum(amount), 0) * 1000000 from affiliate_earnings
            where referrer_id = u.id and status <> 'paid')
        """);
    VIOLATIONS.put(
        "I10 a payout is the sum of its earnings, and they stand as it does",
        """
        select p.id from payouts p left join affiliate_earnings e on e.payout = p.id
        where p.status not in ('rejected', 'cancelled') group by p.id
        having count(e.id) <> p.earnings or sum(e.amount) * 1000000 <> p.amount_micros
          or bool_or(e.status <> case p.status when 'paid' then 'paid' else 'in_payout' end)
        """);
    VIOLATIONS.put(
        "I10 what was paid out has left by the ledger, and nothing else",
        """
        select p.id from payouts p
        where case p.status when 'paid' then p.amount_micros else 0 end
          <> (select coalesce(sum(l.amount_micros), 0)
            from journals j join journal_entries l on l.journal_id = j.id
            where j.subject = p.id and l.account = 'provider:payout:clearing')
        """);
    VIOLATIONS.put(
        "I10 a credit is the sum of the earnings that it paid",
        """
        select t.id from transactions t join affiliate_earnings e on e.credit = t.id
        group by t.id having sum(e.amount) <> t.amount
        """);
  }

  private AffiliateInvariants() {}
}
