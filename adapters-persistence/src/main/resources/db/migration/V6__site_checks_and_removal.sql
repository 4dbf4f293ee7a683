-- All terms of a site, failed checks in a row, whose turn a check is; hidden projects (1.4, 1.6).

alter table sites
  add failures int not null default 0 check (failures in (0, 1)),
  -- As the site's file writes them, for example '08:00-20:00 Europe/Berlin'.
  add hours    varchar[] not null default '{}',
  add paths    varchar[] not null default '{}',
  add contact  varchar,
  add check (proof_method is not null
    or (failures = 0 and hours = '{}' and paths = '{}' and contact is null));

-- Until when the check of an account's host is somebody's. Outlives the site, so that removing and
-- adding it again wins no further check.
create table site_checks (
  user_id uuid not null references users (id),
  host    varchar not null,
  until   timestamptz not null,
  primary key (user_id, host)
);

-- Null unless the owner removed it; then it shows nowhere but in the books.
alter table projects add removed_at timestamptz;
alter table projects add check (removed_at is null or status <> 'active');

-- A target may be lowered below what is used and promised; nothing may be promised above this then.
alter table projects add target_bound bigint not null default 0;
update projects set target_bound = total_target;
alter table projects drop constraint projects_check;
alter table projects
  add check (total_target = 0 or used + reserved <= target_bound),
  add check (target_bound >= total_target);

drop index projects_user;
create index projects_user on projects (user_id, created_at desc, id desc) where removed_at is null;
