-- I9 commission is the share of what is left of its payment, at all times
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

-- I9 an affiliate is owed what was earned and not paid
select coalesce(cast(earned.id as text), owed.id)
from (
  select referrer_id as id, sum(amount) * 1000000 as amount
  from affiliate_earnings where status <> 'paid' group by referrer_id) earned
full join (select id, amount from of_owners where kind = 'affiliate') owed
  on owed.id = cast(earned.id as text)
where coalesce(earned.amount, 0) <> coalesce(owed.amount, 0)
