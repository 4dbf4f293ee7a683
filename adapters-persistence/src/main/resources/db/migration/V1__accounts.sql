-- Who uses the service. Column names are the plan's (2.A); money columns of the plan are derived.

create table users (
  id                 uuid primary key,
  email              varchar not null unique check (email = lower(email)),
  password_hash      varchar not null,
  role               varchar not null default 'user' check (role in ('user', 'admin')),
  -- Floor to the cent of open lots less debt; written by the application with every change of them.
  balance            numeric(14, 2) not null default 0,
  -- SHA-256 of the key, never the key.
  api_key            varchar unique,
  affiliate_code     varchar not null unique check (affiliate_code = lower(affiliate_code)),
  referred_by        uuid references users (id) check (referred_by <> id),
  name               varchar,
  phone              varchar,
  company            varchar,
  vat_id             varchar,
  address            varchar,
  city               varchar,
  zip                varchar,
  country            varchar,
  email_confirmed_at timestamptz,
  -- All that was ever spent: the statement shows its ceiling to the cent.
  spent_micros       bigint not null default 0 check (spent_micros >= 0),
  debt_micros        bigint not null default 0 check (debt_micros >= 0),
  disabled           boolean not null default false,
  created_at         timestamptz not null default now()
);

create index users_referred_by on users (referred_by) where referred_by is not null;

create function keep_referrer() returns trigger language plpgsql as $$
begin
  raise exception 'users.referred_by is set at sign-up and never changed'
    using errcode = 'restrict_violation';
end
$$;

create trigger users_referrer_is_kept
  before update of referred_by on users
  for each row when (old.referred_by is distinct from new.referred_by)
  execute function keep_referrer();

create table sessions (
  id         uuid primary key,
  user_id    uuid not null references users (id) on delete cascade,
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);

create index sessions_user on sessions (user_id);

-- Every refresh token of a session that was ever handed out, so that a second use is noticed.
create table refresh_tokens (
  hash       varchar primary key,
  session_id uuid not null references sessions (id) on delete cascade,
  exchanged  boolean not null default false
);

create index refresh_tokens_session on refresh_tokens (session_id);

-- The one-use secret of the first start: at most one row, for ever.
create table admin_secrets (
  only_one   boolean primary key default true check (only_one),
  hash       varchar not null,
  claimed_by uuid references users (id),
  claimed_at timestamptz
);
