-- Hosts with their proofs, and projects with their limits (plan 2.C).

create table sites (
  id             uuid primary key,
  user_id        uuid not null references users (id),
  host           varchar not null,
  -- How the live proof was given; null = not verified, and then there are no terms.
  proof_method   varchar check (proof_method in ('file', 'dns', 'meta')),
  max_per_minute int check (max_per_minute >= 0),
  valid_until    timestamptz,
  checked_at     timestamptz,
  created_at     timestamptz not null default now(),
  unique (user_id, host),
  check (proof_method is not null or (max_per_minute is null and valid_until is null))
);

create table projects (
  id            uuid primary key,
  user_id       uuid not null references users (id),
  name          varchar not null,
  status        varchar not null check (status in ('active', 'stopped', 'completed')),
  status_reason varchar not null,
  plan_type     varchar not null default 'Custom',
  daily_limit   int not null default 0 check (daily_limit >= 0),
  total_target  int not null default 0 check (total_target >= 0),
  expires_at    timestamptz,
  -- What the owner wrote, to the byte; settings is a projection of it for SQL.
  settings_raw  text not null,
  settings      jsonb not null,
  -- Raised by start, stop and change of settings: grants of an older epoch start no visit.
  epoch         bigint not null default 0,
  started_at    timestamptz,
  -- Visits delivered, or unknown after a crash; visits promised to open grants.
  used          bigint not null default 0 check (used >= 0),
  reserved      bigint not null default 0 check (reserved >= 0),
  created_at    timestamptz not null default now(),
  check (total_target = 0 or used + reserved <= total_target)
);

create index projects_user on projects (user_id, created_at desc, id desc);
create index projects_active on projects (id) where status = 'active';

-- Visits started on a day of the project's zone.
create table project_days (
  project_id uuid not null references projects (id),
  day        date not null,
  day_limit  bigint not null check (day_limit >= 0),
  used       bigint not null default 0 check (used >= 0),
  reserved   bigint not null default 0 check (reserved >= 0),
  dropped    bigint not null default 0 check (dropped >= 0),
  primary key (project_id, day),
  check (day_limit = 0 or used + reserved <= day_limit)
);

-- Visits started to a host in a minute of the UTC clock, over all accounts.
create table host_minutes (
  host     varchar not null,
  minute   timestamptz not null,
  cap      bigint not null check (cap >= 0),
  used     bigint not null default 0 check (used >= 0),
  reserved bigint not null default 0 check (reserved >= 0),
  primary key (host, minute),
  check (used + reserved <= cap)
);
