-- I1 the journal is append-only and checks its sums
alter table journal_entries disable trigger journals_sum_to_zero

-- I2 every journal sums to zero
update journal_entries set amount_micros = amount_micros + 1 where account = 'expense:affiliate'

-- I3 the balance is the funds, to the cent below
alter table users alter column balance drop expression;
update users set balance = balance + 0.01 where funds_micros > 0;
select pg_temp.show_cent()

-- I3 an account's funds are its part of the ledger
select pg_temp.move('platform:rounding', 'user:' || gen_random_uuid() || ':wallet', 1, null)

-- I3 an account's funds are its open lots less its debt
update lots set remaining_micros = remaining_micros - 1

-- I3 the debt is what the ledger says
select pg_temp.move(
  'user:' || id || ':debt', 'user:' || id || ':wallet', 1, null) from users where funds_micros > 0

-- I3 the statement adds up to the balance
select pg_temp.show_cent()

-- I4 a lot holds at most what remains, of what was granted
alter table lots drop constraint lots_check;
insert into lots (id, user_id, kind, price_micros, price_version, granted_micros, remaining_micros,
  created_at)
select gen_random_uuid(), id, 'bonus', 580, 1, -1, 0, now() from users

-- I5 nobody owns less than nothing, but for a debt
alter table users drop constraint users_spent_micros_check;
update users set spent_micros = -1

-- I7 a provider's payment is known once
alter table payments drop constraint payments_once;
insert into payments (provider, payment_id, status, event_id)
select 'other', 'twice', 'returned', id from webhook_events, generate_series(1, 2)

-- I7 a credited payment has one lot and one row of its account
update lots set granted_micros = granted_micros + 1

-- I7 a lot belongs to one payment
insert into payments (provider, payment_id, status, event_id, lot_id)
select 'other', 'same', 'returned', e.id, l.id from lots l, webhook_events e

-- I8 what went back of a payment is the sum of its reversals, and never above it
insert into reversals (id, payment, provider, kind, amount_micros, reason, created_at)
select gen_random_uuid(), id, provider, 'refund', 1, 'for a test', now() from payments

-- I9 commission is the share of what is left of its payment, or void
update affiliate_earnings set amount = amount + 0.01;
select pg_temp.move('expense:affiliate', 'affiliate:' || referrer_id || ':payable', 10000, null)
from affiliate_earnings

-- I9 an affiliate is owed what was earned and not paid
select pg_temp.move(
  'expense:affiliate', 'affiliate:' || gen_random_uuid() || ':payable', 1, null)

-- I10 what is settled is never changed
alter table payouts disable trigger payouts_settled_are_kept

-- I10 a live or paid payout is the sum of its earnings, which stand as it does
select pg_temp.pay_out('requested')

-- I10 what was paid out has left by the ledger, and nothing else
update affiliate_earnings set status = 'paid', payout = pg_temp.pay_out('paid');
select pg_temp.forget_commission()

-- I10 a credit is the sum of the earnings that it paid
update affiliate_earnings set status = 'paid', credit = transaction_id;
select pg_temp.forget_commission()

-- I11 what was received is done, ignored, parked, dead or pending
alter table webhook_events drop constraint webhook_events_state_check;
insert into webhook_events (id, provider, dedupe_key, body, state, next_attempt_at, received_at)
values (gen_random_uuid(), 'standard', 'lost', '', 'lost', now(), now())

-- I11 the event of a credited payment is processed
update webhook_events set state = 'parked'

-- I11 no payment is known without an event
update payments set event_id = gen_random_uuid()

-- I12 the ledger took in what is left of each payment
select pg_temp.move('provider:standard:clearing', 'platform:rounding', 1, id) from payments;
select pg_temp.move('platform:rounding', 'provider:standard:clearing', 1, null)

-- I12 what a provider sent is credited, unmatched or went back
select pg_temp.move('provider:other:clearing', 'platform:rounding', 1, null)

-- I12 unmatched money is what is parked
select pg_temp.move('platform:rounding', 'liability:unmatched', 1, null)

-- a lot is frozen exactly while its payment is disputed
update lots set frozen = true

-- a payment is disputed exactly while a dispute of it is open
insert into disputes (provider, dispute_id, payment, open)
select provider, 'dp_1', id, true from payments

-- I4 what lots hold is what open holds promise
update lots set held_micros = 1

-- I6 a hold is resolved when its grant is, and wholly
select pg_temp.hold_visit(0);
update lots set held_micros = price_micros

-- I6 the money of a grant is held for all of its visits
select pg_temp.grant_visit('expired')

-- I13 visits charged are captures
select pg_temp.hold_visit(1);
select pg_temp.move('platform:rounding', 'revenue:visits', price_micros, null) from lots

-- I13 revenue is captures times price
select pg_temp.move('platform:rounding', 'revenue:visits', 1, null)

-- a project reserves what its open grants may start
update projects set reserved = 1

-- a day counts what its grants started and may start
insert into project_days (project_id, day, day_limit, used) select id, current_date, 0, 1 from projects

-- the minute of a host counts what its grants started and may start
insert into host_minutes (host, minute, cap, reserved)
values ('shop.example', date_trunc('minute', now()), 60, 1)

-- a day's sums are its visits, but for those that were removed
insert into visit_days (project_id, day, outcome, visits, pages)
select id, current_date, 'completed', 1, 0 from projects

-- sums by hour and minute are the visits of the last day, and all that is kept of earlier ones
insert into visit_minutes (project_id, start, outcome, visits, pages)
select id, date_trunc('minute', now()), 'completed', 1, 0 from projects
