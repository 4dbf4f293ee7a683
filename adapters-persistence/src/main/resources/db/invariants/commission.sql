-- I9 commission is the share of what is left of its payment, or void
select p.id
from payments p
join users u on u.id = p.user_id
left join (
  select payment, sum(amount) as amount, max(basis_points) as basis_points,
    bool_or(reverses is null and status = 'voided') as void
  from affiliate_earnings group by payment) earned
  on earned.payment = p.id
where p.status = 'credited' and u.referred_by is not null
  and (earned.payment is null
    or earned.amount <> case when earned.void then 0
      else round((p.amount_micros - p.reversed_micros) * earned.basis_points / 10000
        / 1000000.0, 2) end)

-- I9 an affiliate is owed what was earned and not paid
select coalesce(cast(earned.id as text), owed.id)
from (
  select referrer_id as id, sum(amount) * 1000000 as amount
  from affiliate_earnings where status <> 'paid' group by referrer_id) earned
full join (select id, amount from of_owners where kind = 'affiliate') owed
  on owed.id = cast(earned.id as text)
where coalesce(earned.amount, 0) <> coalesce(owed.amount, 0)

-- I10 what is settled is never changed
select missing
from unnest(array['affiliate_earnings_paid_are_kept', 'payouts_settled_are_kept']) as missing
where not exists (
  select 1 from pg_trigger where tgname = missing and tgenabled in ('O', 'A'))

-- I10 a live or paid payout is the sum of its earnings, which stand as it does
select p.id
from payouts p
left join (
  select payout, count(*) as rows, sum(amount) * 1000000 as amount,
    min(status) as least, max(status) as most
  from affiliate_earnings where payout is not null group by payout) earned
  on earned.payout = p.id
where p.status not in ('rejected', 'cancelled')
  and (earned.rows, earned.amount, earned.least, earned.most) is distinct from (
    p.earnings, cast(p.amount_micros as numeric),
    case p.status when 'paid' then 'paid' else 'in_payout' end,
    case p.status when 'paid' then 'paid' else 'in_payout' end)

-- I10 what was paid out has left by the ledger, and nothing else
select p.id
from payouts p
left join (
  select j.subject, sum(l.amount_micros) as amount
  from journals j join journal_entries l on l.journal_id = j.id
  where l.account = 'provider:payout:clearing' group by j.subject) gone on gone.subject = p.id
where coalesce(gone.amount, 0) <> case p.status when 'paid' then p.amount_micros else 0 end

-- I10 a credit is the sum of the earnings that it paid
select t.id
from transactions t
join (
  select credit, sum(amount) as amount from affiliate_earnings
  where credit is not null group by credit) earned on earned.credit = t.id
where earned.amount <> t.amount
