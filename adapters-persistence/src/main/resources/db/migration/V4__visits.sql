-- Grants with their holds, nodes, and what visits left behind (engine page, 4.2 and 4.5).

create table node_leases (
  node        varchar primary key,
  epoch       bigint not null,
  -- null = fenced: nobody holds this name until it is registered anew.
  lease_until timestamptz
);

create table grants (
  id            uuid primary key,
  project_id    uuid not null references projects (id),
  project_epoch bigint not null,
  user_id       uuid not null references users (id),
  host          varchar not null,
  region        varchar not null,
  day           date not null,
  n             int not null check (n > 0),
  starts_at     timestamptz not null,
  ends_at       timestamptz not null,
  spread        boolean not null,
  -- How far the first watermark goes.
  chunk         int not null check (chunk > 0),
  watermark     int not null default 0,
  started       int not null default 0,
  state         varchar not null default 'issued'
    check (state in ('issued', 'leased', 'expired', 'settled')),
  node          varchar references node_leases (node),
  node_epoch    bigint,
  check (starts_at < ends_at),
  check (0 <= started and started <= watermark and watermark <= n),
  check ((state in ('leased', 'settled')) = (node is not null and node_epoch is not null))
);

create index grants_project on grants (project_id, starts_at);
create index grants_issued on grants (starts_at, id) where state = 'issued';
create index grants_leased on grants (node, node_epoch) where state = 'leased';

-- What each lot promised to a grant, in visits.
create table holds (
  grant_id uuid not null references grants (id),
  lot_id   uuid not null references lots (id),
  position int not null,
  visits   bigint not null check (visits > 0),
  captured bigint not null default 0 check (captured >= 0),
  released bigint not null default 0 check (released >= 0),
  primary key (grant_id, position),
  unique (grant_id, lot_id),
  check (captured + released <= visits)
);

create index holds_lot on holds (lot_id);

create table visits (
  id          uuid primary key,
  grant_id    uuid not null references grants (id),
  number      int not null check (number > 0),
  project_id  uuid not null,
  user_id     uuid not null,
  outcome     varchar not null check (outcome in ('completed', 'failed')),
  reason      varchar,
  pages       int not null check (pages >= 0),
  started_at  timestamptz not null,
  ended_at    timestamptz not null,
  duration_ms bigint not null check (duration_ms >= 0),
  charged     boolean not null default false,
  unique (grant_id, number),
  check ((outcome = 'failed') = (reason is not null)),
  check (outcome = 'completed' or not charged)
);

create index visits_project on visits (project_id, ended_at desc, id desc);
create index visits_unpaid on visits (grant_id) where outcome = 'completed' and not charged;

create table hits (
  id               uuid not null,
  visit_id         uuid not null,
  page             int not null,
  project_id       uuid not null,
  user_id          uuid not null,
  url              varchar not null,
  country          varchar,
  ip               varchar,
  device           varchar not null,
  browser          varchar not null,
  status           int not null,
  duration_ms      bigint not null,
  bytes            bigint not null,
  blocked_requests int not null,
  ts               timestamptz not null,
  primary key (id, ts)
) partition by range (ts);

create index hits_project on hits (project_id, ts desc, id desc);

-- Takes what no partition was made for, so that nothing is lost.
create table hits_other partition of hits default;

-- Makes the partitions of `days` days (UTC) from `start` on; those that are there stay. A day whose
-- hits already lie in the default partition keeps them there.
create function create_hit_partitions(start date, days int) returns void language plpgsql as $$
declare
  day date;
begin
  for i in 0 .. days - 1 loop
    day := start + i;
    begin
      execute format(
        'create table if not exists %I partition of hits for values from (%L) to (%L)',
        'hits_' || to_char(day, 'YYYYMMDD'),
        day::text || ' 00:00:00+00', (day + 1)::text || ' 00:00:00+00');
    exception when check_violation then
      null;
    end;
  end loop;
end
$$;
