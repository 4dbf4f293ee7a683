-- The ledger as a whole: parked money, reversals, disputes, debt (billing page, 3.2 and 3.3).

-- An account's balance follows from its funds: open lots less debt, exact.
alter table users add column funds_micros bigint not null default 0;
update users u set funds_micros =
  (select coalesce(sum(remaining_micros), 0) from lots where user_id = u.id) - debt_micros;
alter table users drop column balance;
alter table users add column balance numeric(20, 2) not null
  generated always as (floor(funds_micros / 10000.0) / 100) stored;

-- Why the commission of whom somebody brought is held: signs that both are one (3.4).
alter table users add column referral_doubt varchar;

-- A disputed payment's lot is frozen: nothing more is held of it.
alter table lots add column frozen boolean not null default false;

-- The rest of a lot that buys no visit is a debit of no project.
alter table transactions drop constraint transactions_check1;
alter table transactions add constraint transactions_debit_of_a_day check (
  (project_id is null) = (day is null) and (type = 'debit' or project_id is null));

-- An event may wait for a payment that has not been heard of yet.
alter table webhook_events add column waits_for varchar;
create index webhook_events_waiting on webhook_events (provider, waits_for)
  where waits_for is not null;
create index webhook_events_newest on webhook_events (received_at desc, id desc);

alter table top_ups drop constraint top_ups_status_check;
alter table top_ups add constraint top_ups_status_check
  check (status in ('pending', 'failed', 'completed'));

-- Where the top-up can be paid, if the provider made an order for it.
alter table top_ups add column pay_url varchar;

-- Every payment that arrived: credited to an account, parked for an operator, or returned.
alter table payments
  drop constraint payments_pkey,
  add column id uuid not null default gen_random_uuid() primary key,
  add constraint payments_once unique (provider, payment_id),
  add column status varchar not null default 'credited'
    check (status in ('credited', 'parked', 'returned')),
  -- As the provider wrote amount and currency.
  add column stated varchar,
  -- Why it is parked.
  add column reason varchar,
  -- The version of the prices at receipt: an assigned payment is priced by it.
  add column price_version int not null default 1,
  add column reversed_micros bigint not null default 0,
  add column disputed boolean not null default false,
  alter column user_id drop not null,
  alter column lot_id drop not null,
  alter column transaction_id drop not null,
  alter column amount_micros drop not null,
  add constraint payments_credited_wholly check (
    status <> 'credited'
    or (user_id is not null and lot_id is not null and transaction_id is not null
      and amount_micros is not null)),
  add constraint payments_reversed_at_most check (
    reversed_micros >= 0 and reversed_micros <= coalesce(amount_micros, 0));

create index payments_newest on payments (created_at desc, id desc);
create index payments_event on payments (event_id);

-- Money of a payment that went back. One that an operator announced has no identity of the
-- provider's until the provider tells of it.
create table reversals (
  id             uuid primary key,
  payment        uuid not null references payments (id),
  provider       varchar not null,
  reversal_id    varchar,
  kind           varchar not null check (kind in ('refund', 'chargeback')),
  amount_micros  bigint not null check (amount_micros > 0),
  reason         varchar not null,
  event_id       uuid references webhook_events (id),
  transaction_id uuid references transactions (id) deferrable initially deferred,
  created_at     timestamptz not null,
  unique (provider, reversal_id)
);

create index reversals_payment on reversals (payment);

create table disputes (
  provider   varchar not null,
  dispute_id varchar not null,
  payment    uuid not null references payments (id),
  open       boolean not null,
  primary key (provider, dispute_id)
);

create index disputes_payment on disputes (payment);

-- Commission: states of 3.4; a reversal is a negative row of its own.
alter table affiliate_earnings drop constraint affiliate_earnings_status_check;
alter table affiliate_earnings
  add constraint affiliate_earnings_status_check check (
    status in ('pending', 'held', 'approved', 'in_payout', 'paid', 'voided')),
  add column payment uuid references payments (id),
  -- Of a negative row: the earning that it reverses.
  add column reverses uuid references affiliate_earnings (id),
  add column matures_at timestamptz,
  add column hold_reason varchar;
update affiliate_earnings e set matures_at = created_at + interval '30 days',
  payment = (select id from payments p where p.transaction_id = e.transaction_id);
alter table affiliate_earnings
  alter column payment set not null,
  alter column matures_at set not null,
  add constraint affiliate_earnings_sign check ((reverses is null) = (amount >= 0));
create index affiliate_earnings_payment on affiliate_earnings (payment);

-- What a journal is about: a payment, a payout.
alter table journals add column subject uuid;
create index journals_subject on journals (subject) where subject is not null;
alter table journals disable trigger journals_are_kept;
update journals j set subject = p.id
  from payments p where j.cause = 'payment ' || p.provider || ' ' || p.payment_id;
alter table journals enable trigger journals_are_kept;

-- One check for each statement: whoever books writes whole journals.
drop trigger journal_sums_to_zero on journal_entries;
drop function check_journal();
create function check_journals() returns trigger language plpgsql as $$
declare
  wrong bigint;
begin
  select journal_id into wrong from fresh group by journal_id
  having sum(amount_micros) <> 0 limit 1;
  if found then
    raise exception 'journal % does not sum to zero', wrong using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger journals_sum_to_zero after insert on journal_entries
  referencing new table as fresh for each statement execute function check_journals();
-- Not update on journals: the foreign key to it locks its rows as their owner.
revoke delete, truncate on journals, journal_entries from current_user;
revoke update on journal_entries from current_user;
