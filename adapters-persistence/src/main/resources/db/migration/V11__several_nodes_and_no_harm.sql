-- What the operator forbids; which node wrote what, so that others can follow it (4.2, 4.5).

create table kill_switches (
  id         uuid not null unique,
  scope      varchar not null check (scope in ('global', 'host', 'account', 'project')),
  key        varchar not null,
  is_on      boolean not null,
  reason     varchar not null,
  changed_at timestamptz not null,
  -- Projects that it stopped.
  stopped    int not null,
  primary key (scope, key),
  check ((scope = 'global') = (key = ''))
);

create table hosts (
  host           varchar primary key,
  -- Visits a minute over all accounts; null = the standard.
  max_per_minute int check (max_per_minute >= 0),
  blocked        boolean not null default false,
  created_at     timestamptz not null
);

-- Who may claim asks which lease runs a project.
create index grants_running on grants (project_id) where state = 'leased';

-- A short name of each node, for its rows.
alter table node_leases add column number int not null generated always as identity unique;

-- Which node wrote a row, and in which transaction: the others read what came since they read last,
-- up to the oldest transaction that is still under way (live feed, 4.5). The charge of a visit
-- counts as written anew. BRIN, since rows lie in the order in which they were written.
alter table hits add column node int not null default 0, add column xid bigint not null default 0;
alter table hits alter column xid set default cast(cast(pg_current_xact_id() as text) as bigint);
alter table visits add column node int not null default 0, add column xid bigint not null default 0;
alter table visits alter column xid set default cast(cast(pg_current_xact_id() as text) as bigint);
create index hits_written on hits using brin (xid) with (pages_per_range = 16, autosummarize = on);
create index visits_written on visits using brin (xid)
  with (pages_per_range = 16, autosummarize = on);
