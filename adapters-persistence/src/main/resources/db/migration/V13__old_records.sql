-- What stays of records that are removed for their age.

-- Started visits of grants that were removed: the rest of `used` is that of the others.
alter table project_days add column removed bigint not null default 0
  check (0 <= removed and removed <= used);

-- Captured visits of holds that were removed with their grants.
create table removed_captures (
  lot_id uuid primary key references lots (id),
  visits bigint not null check (visits > 0)
);

create table removed_clicks (
  user_id uuid primary key references users (id),
  clicks  bigint not null check (clicks > 0)
);

create index grants_closed on grants (ends_at) where state in ('expired', 'settled');
create index hits_other_ts on hits_other (ts);
