-- I1 the journal is append-only and checks its sums
select guarded.name
from (values
    -- Bits of pg_trigger for statements, 2 before, 4 insert, 8 delete, 16 update, 32 truncate.
    ('journals', 'journals_are_kept', 2 + 8 + 16 + 32),
    ('journal_entries', 'journal_entries_are_kept', 2 + 8 + 16 + 32),
    ('journal_entries', 'journals_sum_to_zero', 4)) as guarded (rows, name, type)
where not exists (
  select from pg_trigger t
  where t.tgrelid = to_regclass(guarded.rows) and t.tgname = guarded.name
    and t.tgtype = guarded.type and t.tgenabled in ('O', 'A'))

-- I2 every journal sums to zero
select journal_id from journal_entries group by journal_id having sum(amount_micros) <> 0

-- I3 the balance is the funds, to the cent below
select id from users where balance <> floor(funds_micros / 10000.0) / 100

-- I3 an account's funds are its part of the ledger
select coalesce(cast(u.id as varchar), booked.account_id)
from users u
full join (
  select split_part(account, ':', 2) as account_id, sum(amount_micros) as amount
  from journal_entries where account like 'user:%' group by 1) booked
  on booked.account_id = cast(u.id as varchar)
where coalesce(u.funds_micros, 0) <> coalesce(booked.amount, 0)

-- I3 an account's funds are its open lots less its debt
select u.id
from users u
left join (
  select user_id, sum(remaining_micros) as amount from lots group by user_id) owned
  on owned.user_id = u.id
where u.funds_micros <> coalesce(owned.amount, 0) - u.debt_micros

-- the statement adds up to the balance
select u.id
from users u
left join (
  select user_id, sum(amount) as amount from transactions
  where status = 'completed' group by user_id) shown
  on shown.user_id = u.id
where u.balance <> coalesce(shown.amount, 0)

-- I4 a lot holds at most what remains, of what was granted
select id from lots
where not (0 <= held_micros and held_micros <= remaining_micros
  and remaining_micros <= granted_micros)

-- I5 nobody's money is negative, but for debts
select id from users
where spent_micros < 0 or debt_micros < 0 or funds_micros < -debt_micros

-- I7 a provider's payment is known once
select provider || ' ' || payment_id from payments
group by provider, payment_id having count(*) > 1

-- I7 a credited payment has a lot of its account, granted what did not go back before
select p.id
from payments p
left join lots l on l.id = p.lot_id
where p.status = 'credited'
  and (l.id is null or l.user_id <> p.user_id or l.granted_micros > p.amount_micros)

-- I7 no two payments have one lot
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

-- I11 a processed event is known by what it did, an open one by nothing
select e.id
from webhook_events e
join payments p on p.event_id = e.id
where (p.status = 'credited' and e.state not in ('processed', 'processing', 'received'))
  or (p.status = 'parked' and e.state = 'processed')

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
select coalesce(sent.provider, booked.provider)
from (
  select provider, sum(coalesce(amount_micros, 0) - reversed_micros) as amount
  from payments group by provider) sent
full join (
  select split_part(account, ':', 2) as provider, sum(amount_micros) as amount
  from journal_entries
  -- Payouts leave by an account that no payment comes in by.
  where account like 'provider:%' and account <> 'provider:payout:clearing'
  group by 1) booked
  on booked.provider = sent.provider
where coalesce(sent.amount, 0) <> -coalesce(booked.amount, 0)

-- I12 unmatched money is what is parked
select 'liability:unmatched'
where (select coalesce(sum(amount_micros), 0) from journal_entries
    where account = 'liability:unmatched')
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
