-- One payment of 1.00 EUR with its commission, as most programs would book it: eight round trips.
-- Begin and commit travel with the first and the last. \072 is a colon: pgbench takes a name after
-- one for a variable, in texts too.
\set n random(1, 9000000000000000)
\set payer random(0, :accounts - 1)

\startpipeline
begin;
insert into webhook_events (id, provider, dedupe_key, body, next_attempt_at, received_at)
values (md5(concat('event', :n::bigint))::uuid, 'standard', concat('naive-', :n::bigint), convert_to('{"type":"payment.completed","data":{"payment_id":"' || :n::bigint || '","amount":"1.00","currency":"EUR","metadata":{"user_id":"' || md5(concat('payer-of-', :accounts::int, '-', :payer::int))::uuid || '"}}}', 'UTF8'), now(), now());
\endpipeline

select id, referred_by, funds_micros, spent_micros, debt_micros from users
where id = md5(concat('payer-of-', :accounts::int, '-', :payer::int))::uuid for no key update;

insert into payments (id, provider, payment_id, user_id, event_id, lot_id, transaction_id, amount_micros, stated)
values (md5(concat('payment', :n::bigint))::uuid, 'standard', concat('naive-', :n::bigint), md5(concat('payer-of-', :accounts::int, '-', :payer::int))::uuid, md5(concat('event', :n::bigint))::uuid, md5(concat('lot', :n::bigint))::uuid, md5(concat('transaction', :n::bigint))::uuid, 1000000, '1.00 EUR')
on conflict (provider, payment_id) do nothing;

insert into lots (id, user_id, kind, price_micros, price_version, granted_micros, remaining_micros, held_micros, created_at)
values (md5(concat('lot', :n::bigint))::uuid, md5(concat('payer-of-', :accounts::int, '-', :payer::int))::uuid, 'paid', 580, 1, 1000000, 1000000, 0, now());

insert into transactions (id, user_id, type, amount, description, created_at)
values (md5(concat('transaction', :n::bigint))::uuid, md5(concat('payer-of-', :accounts::int, '-', :payer::int))::uuid, 'credit', 1.00, concat('payment naive-', :n::bigint), now());

with payment as (
  insert into journals (cause, subject) values (concat('payment standard naive-', :n::bigint), md5(concat('payment', :n::bigint))::uuid) returning id),
commission as (
  insert into journals (cause, subject) values (concat('payment standard naive-', :n::bigint), md5(concat('payment', :n::bigint))::uuid) returning id)
insert into journal_entries (journal_id, position, account, amount_micros)
select id, 0, E'provider\072standard\072clearing', -1000000 from payment
union all select id, 1, E'user\072' || md5(concat('payer-of-', :accounts::int, '-', :payer::int))::uuid || E'\072wallet', 1000000 from payment
union all select id, 0, E'expense\072affiliate', -200000 from commission
union all select id, 1, E'affiliate\072' || md5(concat('payer-of-', :accounts::int, '-referrer-', :payer::int / 10))::uuid || E'\072payable', 200000 from commission;

insert into affiliate_earnings (id, referrer_id, referee_id, transaction_id, payment, amount, basis_points, status, created_at, matures_at)
values (md5(concat('earning', :n::bigint))::uuid, md5(concat('payer-of-', :accounts::int, '-referrer-', :payer::int / 10))::uuid, md5(concat('payer-of-', :accounts::int, '-', :payer::int))::uuid, md5(concat('transaction', :n::bigint))::uuid, md5(concat('payment', :n::bigint))::uuid, 0.20, 2000, 'pending', now(), now() + interval '30 days');

\startpipeline
with event as (
  update webhook_events set state = 'processed' where id = md5(concat('event', :n::bigint))::uuid)
update users set funds_micros = funds_micros + 1000000
where id = md5(concat('payer-of-', :accounts::int, '-', :payer::int))::uuid;
commit;
\endpipeline
