-- Sums of visits, written with the visits themselves: what stats are read from (engine page, 4.5).

-- By the day to which a visit's grant counts, one of the project's time zone. Kept for good.
create table visit_days (
  project_id uuid not null,
  day        date not null,
  -- 'completed', or why visits failed.
  outcome    varchar not null,
  visits     bigint not null check (visits >= 0),
  pages      bigint not null check (pages >= 0),
  charged    bigint not null default 0 check (charged >= 0),
  primary key (project_id, day, outcome)
);

-- By the hour and by the minute in which visits ended.
create table visit_hours (
  project_id uuid not null,
  start      timestamptz not null,
  outcome    varchar not null,
  visits     bigint not null check (visits >= 0),
  pages      bigint not null check (pages >= 0),
  primary key (project_id, start, outcome)
);

create table visit_minutes (like visit_hours including all);

-- What is summed is one moment.
lock table visits in share mode;

insert into visit_days
select v.project_id, g.day, coalesce(v.reason, 'completed'), count(*), sum(v.pages),
  count(*) filter (where v.charged)
from visits v join grants g on g.id = v.grant_id
group by 1, 2, 3;

insert into visit_hours
select project_id, date_trunc('hour', ended_at, 'UTC'), coalesce(reason, 'completed'), count(*),
  sum(pages)
from visits group by 1, 2, 3;

insert into visit_minutes
select project_id, date_trunc('minute', ended_at, 'UTC'), coalesce(reason, 'completed'), count(*),
  sum(pages)
from visits group by 1, 2, 3;
