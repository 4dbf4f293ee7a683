-- Jars, pauses, found pages, dropped visits, notices (product page 1.3; engine page 4.3, 4.4).

-- What completed visits left, for others of the same project to come back with.
create table cookie_jars (
  project_id uuid not null references projects (id),
  visit_id   uuid not null,
  left_at    timestamptz not null,
  primary key (project_id, visit_id)
);

create table jar_cookies (
  project_id uuid not null,
  visit_id   uuid not null,
  position   int not null,
  name       varchar not null,
  value      varchar not null,
  domain     varchar not null,
  path       varchar not null,
  expires    timestamptz,
  secure     boolean not null,
  http_only  boolean not null,
  primary key (project_id, visit_id, position),
  foreign key (project_id, visit_id) references cookie_jars on delete cascade
);

create index cookie_jars_newest on cookie_jars (project_id, left_at desc, visit_id);

-- Hosts that asked to be left alone, by all accounts.
create table host_pauses (
  host  varchar primary key,
  until timestamptz not null
);

-- Pages found on a project's sites. The wish names where was looked; another one finds nothing.
create table found_pages (
  project_id    uuid primary key references projects (id),
  wish          varchar not null,
  pages         varchar[] not null default '{}',
  found_at      timestamptz,
  claimed_until timestamptz not null
);

-- Until when due visits that were not granted are counted as dropped. Those of projects that run
-- already begin to count now.
alter table projects add due_counted_until timestamptz;
update projects set due_counted_until = now() where status = 'active';

-- What owners are still to be told. Noted by the step that changes the status, whichever that is.
create table notices (
  id           uuid primary key default gen_random_uuid(),
  project_id   uuid not null references projects (id),
  event        varchar not null check (event in ('started', 'stopped', 'completed', 'no_funds',
    'unverified', 'unhealthy', 'killed')),
  reason       varchar not null,
  -- Not null: of events with the same key one is told.
  once         varchar,
  at           timestamptz not null,
  attempts     int not null default 0,
  next_at      timestamptz not null,
  done         boolean not null default false,
  unique (project_id, once)
);

create index notices_due on notices (next_at, id) where not done;

create function note_status() returns trigger language plpgsql as $$
begin
  insert into notices (project_id, event, reason, at, next_at)
  values (
    new.id,
    case
      when new.status = 'active' then 'started'
      when new.status = 'completed' then 'completed'
      when new.status_reason in ('unverified', 'unhealthy', 'killed') then new.status_reason
      when new.status_reason = 'retry_after' then 'unhealthy'
      else 'stopped'
    end,
    new.status_reason, clock_timestamp(), clock_timestamp());
  return null;
end
$$;

create trigger note_first_status after insert on projects for each row
  when (new.status = 'active' and new.settings #>> '{qa,notify,url}' is not null)
  execute function note_status();

create trigger note_status after update of status, status_reason on projects for each row
  when ((new.status, new.status_reason) is distinct from (old.status, old.status_reason)
    and new.settings #>> '{qa,notify,url}' is not null)
  execute function note_status();
