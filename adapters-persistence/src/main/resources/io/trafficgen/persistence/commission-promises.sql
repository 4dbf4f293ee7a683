-- I9 commission is a fifth of what is left of the payment, at all times
select p.id
from payments p
join users u on u.id = p.user_id
left join (
  select payment, sum(amount) as amount, max(basis_points) as basis_points
  from affiliate_earnings group by payment) earned
  on earned.payment = p.id
where p.status = 'credited' and u.referred_by is not null
  and (earned.payment is null
    or earned.amount
      <> round((p.amount_micros - p.reversed_micros) * earned.basis_points / 10000
        / 1000000.0, 2))

-- I9 what is owed to an affiliate is what was earned and not paid
select coalesce(cast(earned.referrer_id as varchar), owed.affiliate)
from (
  select referrer_id, sum(amount) * 1000000 as amount
  from affiliate_earnings where status <> 'paid' group by referrer_id) earned
full join (
  select split_part(account, ':', 2) as affiliate, sum(amount_micros) as amount
  from journal_entries where account like 'affiliate:%' group by 1) owed
  on owed.affiliate = cast(earned.referrer_id as varchar)
where coalesce(earned.amount, 0) <> coalesce(owed.amount, 0)
