-- Money (billing page): exact amounts are bigint micro-euros, the plan's columns are derived.

create table webhook_events (
  id              uuid primary key,
  provider        varchar not null,
  dedupe_key      varchar not null,
  body            bytea not null,
  state           varchar not null default 'received'
    check (state in ('received', 'processing', 'processed', 'ignored', 'parked', 'failed', 'dead')),
  attempts        int not null default 0 check (attempts >= 0),
  next_attempt_at timestamptz not null,
  reason          varchar,
  received_at     timestamptz not null,
  unique (provider, dedupe_key)
);

create index webhook_events_due on webhook_events (received_at, id)
  where state in ('received', 'processing', 'failed');

create table top_ups (
  id              uuid primary key,
  user_id         uuid not null references users (id),
  reference       varchar not null unique,
  amount_micros   bigint not null check (amount_micros > 0),
  visits          bigint not null check (visits >= 0),
  price_micros    bigint not null check (price_micros > 0),
  price_version   int not null,
  status          varchar not null check (status in ('pending', 'completed')),
  created_at      timestamptz not null
);

create table transactions (
  id          uuid primary key,
  user_id     uuid not null references users (id),
  type        varchar not null check (type in ('credit', 'debit', 'bonus', 'refund')),
  amount      numeric(14, 2) not null,
  description varchar not null,
  status      varchar not null default 'completed'
    check (status in ('pending', 'completed', 'failed', 'reversed')),
  -- Of a debit: the project and its day; the row grows while the day's visits are charged.
  project_id  uuid references projects (id),
  day         date,
  created_at  timestamptz not null default now(),
  check (case when type in ('debit', 'refund') then amount < 0 else amount > 0 end),
  check ((type = 'debit') = (project_id is not null and day is not null))
);

create index transactions_user on transactions (user_id, created_at desc, id desc);
create unique index transactions_debit on transactions (project_id, day) where type = 'debit';

create table lots (
  id               uuid primary key,
  user_id          uuid not null references users (id),
  kind             varchar not null check (kind in ('bonus', 'paid')),
  price_micros     bigint not null check (price_micros > 0),
  price_version    int not null,
  granted_micros   bigint not null,
  remaining_micros bigint not null,
  held_micros      bigint not null default 0,
  created_at       timestamptz not null,
  check (0 <= held_micros and held_micros <= remaining_micros
    and remaining_micros <= granted_micros)
);

create index lots_open on lots (user_id) where remaining_micros > 0;

-- One credit for each payment of a provider: this key decides.
create table payments (
  provider       varchar not null,
  payment_id     varchar not null,
  user_id        uuid not null references users (id),
  event_id       uuid not null references webhook_events (id),
  top_up_id      uuid references top_ups (id),
  lot_id         uuid not null references lots (id) deferrable initially deferred,
  transaction_id uuid not null references transactions (id) deferrable initially deferred,
  amount_micros  bigint not null check (amount_micros > 0),
  tax_micros     bigint not null default 0 check (tax_micros >= 0),
  created_at     timestamptz not null default now(),
  primary key (provider, payment_id)
);

create table affiliate_earnings (
  id             uuid primary key,
  referrer_id    uuid not null references users (id),
  referee_id     uuid not null references users (id),
  transaction_id uuid not null references transactions (id),
  amount         numeric(14, 2) not null,
  basis_points   int not null check (basis_points between 0 and 10000),
  status         varchar not null default 'pending' check (status in ('pending', 'paid')),
  created_at     timestamptz not null default now(),
  check (referrer_id <> referee_id)
);

create index affiliate_earnings_referrer
  on affiliate_earnings (referrer_id, created_at desc, id desc);

-- The double-entry journal: written once, never changed; each journal sums to zero.
create table journals (
  id         bigint generated always as identity primary key,
  cause      varchar not null,
  created_at timestamptz not null default now()
);

create table journal_entries (
  journal_id    bigint not null references journals (id),
  position      int not null,
  account       varchar not null,
  amount_micros bigint not null,
  primary key (journal_id, position)
);

create index journal_entries_account on journal_entries (account);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op
    using errcode = 'restrict_violation';
end
$$;

create trigger journals_are_kept before update or delete or truncate on journals
  for each statement execute function refuse_change();
create trigger journal_entries_are_kept before update or delete or truncate on journal_entries
  for each statement execute function refuse_change();

create function check_journal() returns trigger language plpgsql as $$
begin
  if (select sum(amount_micros) from journal_entries where journal_id = new.journal_id) <> 0 then
    raise exception 'journal % does not sum to zero', new.journal_id
      using errcode = 'check_violation';
  end if;
  return null;
end
$$;

create constraint trigger journal_sums_to_zero after insert on journal_entries
  deferrable initially deferred for each row execute function check_journal();
