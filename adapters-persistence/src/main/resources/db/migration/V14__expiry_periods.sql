-- The expiry of a project that renews itself lies as far ahead as it did when it was set: a start
-- must not shorten it.
alter table projects add column armed_at timestamptz;
update projects set armed_at = coalesce(started_at, created_at);
alter table projects alter column armed_at set default now(), alter column armed_at set not null;
