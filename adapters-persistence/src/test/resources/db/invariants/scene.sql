set local session_replication_role = replica;

create function pg_temp.move(source varchar, target varchar, amount bigint, subject uuid)
  returns void language sql as $$
  with head as (
    insert into journals (cause, subject) values ('for a test', subject) returning id)
  insert into journal_entries (journal_id, position, account, amount_micros)
  select id, 0, target, amount from head union all select id, 1, source, -amount from head
$$;

create function pg_temp.grant_visit(state varchar) returns uuid language sql as $$
  insert into grants (id, project_id, project_epoch, user_id, host, region, day, n, starts_at,
    ends_at, spread, chunk, state, node, node_epoch)
  values (gen_random_uuid(), gen_random_uuid(), 0, gen_random_uuid(), 'shop.example', 'any',
    current_date, 1, now(), now() + interval '1 minute', false, 1, state,
    case state when 'settled' then 'node' end, case state when 'settled' then 1 end)
  returning id
$$;

create function pg_temp.hold_visit(captured bigint) returns void language sql as $$
  insert into holds (grant_id, lot_id, position, visits, captured)
  select pg_temp.grant_visit('settled'), id, 0, 1, captured from lots
$$;

create function pg_temp.show_cent() returns void language sql as $$
  insert into transactions (id, user_id, type, amount, description)
  select gen_random_uuid(), id, 'bonus', 0.01, 'for a test' from users where funds_micros > 0
$$;

create function pg_temp.pay_out(state varchar) returns uuid language sql as $$
  insert into payouts (id, affiliate_id, amount_micros, earnings, status, created_at, changed_at)
  select gen_random_uuid(), referrer_id, amount * 1000000, 1, state, now(), now()
  from affiliate_earnings
  returning id
$$;

create function pg_temp.forget_commission() returns void language sql as $$
  select pg_temp.move('affiliate:' || referrer_id || ':payable', 'platform:rounding',
    cast(amount * 1000000 as bigint), null)
  from affiliate_earnings
$$;
