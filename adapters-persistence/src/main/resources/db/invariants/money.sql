with sums as materialized (
  select account, sum(amount_micros) as amount from journal_entries group by account
),
of_owners as materialized (
  select split_part(account, ':', 1) as kind, split_part(account, ':', 2) as id,
    sum(amount) as amount
  from sums where account like 'user:%' or account like 'affiliate:%' group by 1, 2
),
owned as materialized (
  select user_id as id, sum(remaining_micros) as amount from lots
  where remaining_micros > 0 group by user_id
)

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
select coalesce(cast(u.id as text), s.id)
from users u
full join (select id, amount from of_owners where kind = 'user') s on s.id = cast(u.id as text)
where coalesce(u.funds_micros, 0) <> coalesce(s.amount, 0)

-- I3 an account's funds are its open lots less its debt
select u.id
from users u
left join owned o on o.id = u.id
where u.funds_micros <> coalesce(o.amount, 0) - u.debt_micros

-- I3 the debt is what the ledger says
select u.id
from users u
left join sums s on s.account = 'user:' || u.id || ':debt'
where u.debt_micros <> -coalesce(s.amount, 0)

-- I3 the statement adds up to the balance
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

-- I5 nobody owns less than nothing, but for a debt
select id from users
where spent_micros < 0 or debt_micros < 0 or funds_micros < -debt_micros
