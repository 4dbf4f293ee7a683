-- The invariants of the billing page, 3.5, and of the counters: one row for each thing that breaks
-- one. Everything is seen at one moment; the journal is read once.
with sums as materialized (
  select account, sum(amount_micros) as amount from journal_entries group by account
),
of_users as materialized (
  select cast(split_part(account, ':', 2) as uuid) as id, sum(amount) as amount from sums
  where account like 'user:%' group by 1
),
owned as materialized (
  select user_id as id, sum(remaining_micros) as amount from lots
  where remaining_micros > 0 group by user_id
)
select 'I1 the journal is append-only' as promise, missing as place
from unnest(array['journals_are_kept', 'journal_entries_are_kept', 'journals_sum_to_zero'])
  as missing
where not exists (select 1 from pg_trigger where tgname = missing and tgenabled in ('O', 'A'))
union all
select 'I2 every journal sums to zero', cast(journal_id as text)
from journal_entries group by journal_id having sum(amount_micros) <> 0
union all
select 'I3 the balance is open lots less debt, to the cent below', cast(u.id as text)
from users u left join owned o on o.id = u.id
where u.balance <> floor((coalesce(o.amount, 0) - u.debt_micros) / 10000.0) / 100
union all
select 'I3 the ledger accounts of a user are open lots less debt', cast(u.id as text)
from users u left join owned o on o.id = u.id left join of_users s on s.id = u.id
where u.funds_micros <> coalesce(o.amount, 0) - u.debt_micros
  or u.funds_micros <> coalesce(s.amount, 0)
union all
select 'I3 the debt is what the ledger says', cast(u.id as text)
from users u left join sums s on s.account = 'user:' || u.id || ':debt'
where u.debt_micros <> -coalesce(s.amount, 0)
union all
select 'I3 the statement adds up to the balance', cast(u.id as text)
from users u left join transactions t on t.user_id = u.id and t.status = 'completed'
group by u.id, u.balance having coalesce(sum(t.amount), 0) <> u.balance
union all
select 'I4 what lots hold is what open holds promise', cast(l.id as text)
from lots l left join holds h on h.lot_id = l.id group by l.id
having l.held_micros
    <> coalesce(sum(h.visits - h.captured - h.released), 0) * l.price_micros
  or l.held_micros < 0 or l.held_micros > l.remaining_micros
  or l.remaining_micros > l.granted_micros
union all
select 'I5 nobody owns less than nothing, but for a debt', cast(id as text)
from users where debt_micros < 0 or spent_micros < 0 or funds_micros < -debt_micros
union all
select 'I6 a hold is resolved when its grant is, and wholly', cast(h.grant_id as text)
from holds h join grants g on g.id = h.grant_id
where case when g.state in ('issued', 'leased') then h.released <> 0
  else h.captured + h.released <> h.visits end
union all
select 'I6 the money of a grant is held for all of its visits', cast(g.id as text)
from grants g left join holds h on h.grant_id = g.id
group by g.id having coalesce(sum(h.visits), 0) <> g.n
union all
select 'I7 a credited payment has one lot and one row of its account', cast(p.id as text)
from payments p
left join lots l on l.id = p.lot_id and l.user_id = p.user_id
left join transactions t on t.id = p.transaction_id and t.user_id = p.user_id
where p.status = 'credited'
  and (l.id is null or t.id is null or l.granted_micros <> t.amount * 1000000
    or l.granted_micros > p.amount_micros)
union all
select 'I7 a lot belongs to one payment', cast(lot_id as text)
from payments where lot_id is not null group by lot_id having count(*) > 1
union all
select 'I8 what went back of a payment is never above it', cast(p.id as text)
from payments p
left join (select payment, sum(amount_micros) as amount from reversals group by payment) r
  on r.payment = p.id
where p.reversed_micros <> coalesce(r.amount, 0)
  or p.reversed_micros > coalesce(p.amount_micros, 0)
union all
-- Void is what an operator refused; what a refund voided has nothing left either way.
select 'I9 commission is the share of what is left of its payment, or void', cast(p.id as text)
from payments p join users u on u.id = p.user_id
left join (select payment, sum(amount) as amount, max(basis_points) as basis_points,
    bool_or(reverses is null and status = 'voided') as void
  from affiliate_earnings group by payment) e on e.payment = p.id
where p.status = 'credited' and u.referred_by is not null
  and (e.payment is null or e.amount <> case when e.void then 0
    else round((p.amount_micros - p.reversed_micros) * e.basis_points / 10000 / 1000000.0, 2) end)
union all
select 'I9 an affiliate is owed what was earned and not paid', coalesce(s.id, e.id)
from (select split_part(account, ':', 2) as id, amount from sums
  where account like 'affiliate:%') s
full join (select cast(referrer_id as text) as id, sum(amount) * 1000000 as amount
  from affiliate_earnings where status <> 'paid' group by referrer_id) e on e.id = s.id
where coalesce(s.amount, 0) <> coalesce(e.amount, 0)
union all
select 'I10 what is settled is never changed', missing
from unnest(array['affiliate_earnings_paid_are_kept', 'payouts_settled_are_kept']) as missing
where not exists (select 1 from pg_trigger where tgname = missing and tgenabled in ('O', 'A'))
union all
select 'I10 a live or paid payout is the sum of its earnings, which stand as it does',
  cast(p.id as text)
from payouts p
left join (select payout, count(*) as rows, sum(amount) * 1000000 as amount,
    min(status) as least, max(status) as most
  from affiliate_earnings where payout is not null group by payout) e on e.payout = p.id
where p.status not in ('rejected', 'cancelled')
  and (e.rows, e.amount, e.least, e.most) is distinct from (p.earnings, cast(p.amount_micros as numeric),
    case p.status when 'paid' then 'paid' else 'in_payout' end,
    case p.status when 'paid' then 'paid' else 'in_payout' end)
union all
select 'I10 what was paid out has left by the ledger, and nothing else', cast(p.id as text)
from payouts p
left join (select j.subject, sum(l.amount_micros) as amount
  from journals j join journal_entries l on l.journal_id = j.id
  where l.account = 'provider:payout:clearing' group by j.subject) s on s.subject = p.id
where coalesce(s.amount, 0) <> case p.status when 'paid' then p.amount_micros else 0 end
union all
select 'I10 a credit is the sum of the earnings that it paid', cast(t.id as text)
from transactions t
join (select credit, sum(amount) as amount from affiliate_earnings
  where credit is not null group by credit) e on e.credit = t.id
where e.amount <> t.amount
union all
select 'I11 the event of a credited payment is processed', cast(e.id as text)
from webhook_events e join payments p on p.event_id = e.id
where p.status = 'credited' and e.state in ('ignored', 'parked', 'failed', 'dead')
union all
select 'I11 an event without a payment changed no money', cast(e.id as text)
from payments p left join webhook_events e on e.id = p.event_id
where e.id is null
union all
select 'I12 what a provider sent is credited, unmatched or went back', coalesce(p.account, s.account)
from (select 'provider:' || provider || ':clearing' as account,
    sum(coalesce(amount_micros, 0) - reversed_micros) as amount
  from payments group by provider) p
full join (select account, amount from sums
  where account like 'provider:%' and account <> 'provider:payout:clearing') s
  on s.account = p.account
where coalesce(p.amount, 0) <> -coalesce(s.amount, 0)
union all
select 'I12 unmatched money is what is parked', 'liability:unmatched'
where (select coalesce(sum(amount), 0) from sums where account = 'liability:unmatched')
  <> (select coalesce(sum(amount_micros - reversed_micros), 0) from payments
    where status = 'parked' and amount_micros is not null)
union all
select 'I13 visits charged are captures', cast(g.id as text)
from grants g
left join (select grant_id, sum(captured) as visits from holds group by grant_id) h
  on h.grant_id = g.id
left join (select grant_id, count(*) as visits from visits where charged group by grant_id) v
  on v.grant_id = g.id
where coalesce(h.visits, 0) <> coalesce(v.visits, 0)
union all
select 'I13 revenue is captures times price', 'revenue:visits'
where (select coalesce(sum(amount), 0) from sums where account = 'revenue:visits')
  <> (select coalesce(sum(h.captured * l.price_micros), 0)
    from holds h join lots l on l.id = h.lot_id)
union all
select 'a lot is frozen exactly while its payment is disputed', cast(p.id as text)
from payments p left join lots l on l.id = p.lot_id
where l.frozen <> p.disputed
  or p.disputed <> exists (select 1 from disputes d where d.payment = p.id and d.open)
union all
select 'a project reserves what its open grants may start', cast(p.id as text)
from projects p
left join (select project_id, sum(n) as visits from grants
  where state in ('issued', 'leased') group by project_id) g on g.project_id = p.id
where p.reserved <> coalesce(g.visits, 0)
union all
select 'a day counts what its grants started and may start', cast(d.project_id as text)
from project_days d
left join (select project_id, day,
    sum(n) filter (where state in ('issued', 'leased')) as reserved,
    sum(started) filter (where state = 'settled') as used
  from grants group by project_id, day) g on g.project_id = d.project_id and g.day = d.day
where d.reserved <> coalesce(g.reserved, 0) or d.used <> coalesce(g.used, 0)
union all
select 'the minute of a host counts what its grants started and may start', h.host
from host_minutes h
left join (select host, date_trunc('minute', starts_at) as minute,
    sum(n) filter (where state in ('issued', 'leased')) as reserved,
    sum(started) filter (where state = 'settled') as used
  from grants group by 1, 2) g on g.host = h.host and g.minute = h.minute
where h.reserved <> coalesce(g.reserved, 0) or h.used <> coalesce(g.used, 0)
