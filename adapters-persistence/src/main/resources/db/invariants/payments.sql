-- I7 a provider's payment is known once
select provider || ' ' || payment_id from payments
group by provider, payment_id having count(*) > 1

-- I7 a credited payment has one lot and one row of its account
select p.id
from payments p
left join lots l on l.id = p.lot_id and l.user_id = p.user_id
left join transactions t on t.id = p.transaction_id and t.user_id = p.user_id
where p.status = 'credited'
  and (l.id is null or t.id is null or l.granted_micros <> t.amount * 1000000
    or l.granted_micros > p.amount_micros)

-- I7 a lot belongs to one payment
select lot_id from payments where lot_id is not null group by lot_id having count(*) > 1

-- I8 what went back of a payment is the sum of its reversals, and never above it
select p.id
from payments p
left join (
  select payment, sum(amount_micros) as amount from reversals group by payment) back
  on back.payment = p.id
where p.reversed_micros <> coalesce(back.amount, 0)
  or p.reversed_micros > coalesce(p.amount_micros, 0)

-- I11 what was received is done, ignored, parked, dead or pending
select 'received: ' || count(*) from webhook_events
having count(*)
  <> count(*) filter (where state in ('processed', 'ignored', 'parked', 'dead'))
    + count(*) filter (where state in ('received', 'processing', 'failed'))

-- I11 the event of a credited payment is processed
select e.id
from webhook_events e
join payments p on p.event_id = e.id
where p.status = 'credited' and e.state in ('ignored', 'parked', 'failed', 'dead')

-- I11 no payment is known without an event
select p.id
from payments p
left join webhook_events e on e.id = p.event_id
where e.id is null

-- I12 the ledger took in what is left of each payment
select p.id
from payments p
left join (
  select j.subject, sum(e.amount_micros) as amount
  from journals j
  join journal_entries e on e.journal_id = j.id
  where j.subject is not null and e.account like 'provider:%'
  group by j.subject) booked
  on booked.subject = p.id
where coalesce(p.amount_micros, 0) - p.reversed_micros <> -coalesce(booked.amount, 0)

-- I12 what a provider sent is credited, unmatched or went back
select coalesce(p.account, s.account)
from (
  select 'provider:' || provider || ':clearing' as account,
    sum(coalesce(amount_micros, 0) - reversed_micros) as amount
  from payments group by provider) p
full join (
  -- Payouts leave by an account that no payment comes in by.
  select account, amount from sums
  where account like 'provider:%' and account <> 'provider:payout:clearing') s
  on s.account = p.account
where coalesce(p.amount, 0) <> -coalesce(s.amount, 0)

-- I12 unmatched money is what is parked
select 'liability:unmatched'
where (select coalesce(sum(amount), 0) from sums where account = 'liability:unmatched')
  <> (select coalesce(sum(amount_micros - reversed_micros), 0) from payments
    where status = 'parked' and amount_micros is not null)

-- a lot is frozen exactly while its payment is disputed
select l.id
from lots l
left join payments p on p.lot_id = l.id
where l.frozen <> coalesce(p.disputed, false)

-- a payment is disputed exactly while a dispute of it is open
select p.id
from payments p
left join (select distinct payment from disputes where open) disputed
  on disputed.payment = p.id
where p.disputed <> (disputed.payment is not null)
