-- I4 what lots hold is what open holds promise
select l.id
from lots l
left join (
  select lot_id, sum(visits - captured - released) as visits
  from holds where captured + released < visits group by lot_id) promised
  on promised.lot_id = l.id
where l.held_micros <> coalesce(promised.visits, 0) * l.price_micros

-- I6 a hold is resolved when its grant is, and wholly
select h.grant_id
from holds h
join grants g on g.id = h.grant_id
where case when g.state in ('issued', 'leased') then h.released <> 0
  else h.captured + h.released <> h.visits end

-- I6 the money of a grant is held for all of its visits
select g.id
from grants g
left join (select grant_id, sum(visits) as visits from holds group by grant_id) held
  on held.grant_id = g.id
where coalesce(held.visits, 0) <> g.n

-- I13 visits charged are captures
select coalesce(taken.grant_id, charged.grant_id)
from (
  select grant_id, sum(captured) as visits from holds group by grant_id) taken
full join (
  select grant_id, count(*) as visits from visits where charged group by grant_id) charged
  on charged.grant_id = taken.grant_id
where coalesce(taken.visits, 0) <> coalesce(charged.visits, 0)

-- I13 revenue is captures times price
select 'revenue:visits'
where (select coalesce(sum(amount), 0) from sums where account = 'revenue:visits')
  <> (select coalesce(sum(h.visits * l.price_micros), 0)
    from (select lot_id, captured as visits from holds
      union all select lot_id, visits from removed_captures) h
    join lots l on l.id = h.lot_id)

-- a project reserves what its open grants may start
select p.id
from projects p
left join (
  select project_id, sum(n) as visits
  from grants where state in ('issued', 'leased') group by project_id) promised
  on promised.project_id = p.id
where p.reserved <> coalesce(promised.visits, 0)

-- a day counts what its grants started and may start
select d.project_id
from project_days d
left join (
  select project_id, day, sum(n) filter (where state in ('issued', 'leased')) as promised,
    sum(started) filter (where state = 'settled') as started
  from grants group by project_id, day) visits
  on visits.project_id = d.project_id and visits.day = d.day
where d.reserved <> coalesce(visits.promised, 0) or d.used <> d.removed + coalesce(visits.started, 0)

-- the minute of a host counts what its grants started and may start
select m.host
from host_minutes m
left join (
  select host, date_trunc('minute', starts_at) as minute,
    sum(n) filter (where state in ('issued', 'leased')) as promised,
    sum(started) filter (where state = 'settled') as started
  from grants group by 1, 2) visits
  on visits.host = m.host and visits.minute = m.minute
where m.reserved <> coalesce(visits.promised, 0) or m.used <> coalesce(visits.started, 0)

-- a day's sums are its visits, but for those that were removed
select coalesce(s.project_id, v.project_id)
from visit_days s
full join (
  select v.project_id, g.day, coalesce(v.reason, 'completed') as outcome, count(*) as visits,
    sum(v.pages) as pages, count(*) filter (where v.charged) as charged
  from visits v join grants g on g.id = v.grant_id
  group by 1, 2, 3) v
  using (project_id, day, outcome)
left join project_days d using (project_id, day)
where coalesce(s.visits, 0) - coalesce(v.visits, 0) not between 0 and coalesce(d.removed, 0)
  or coalesce(s.charged, 0) - coalesce(v.charged, 0) not between 0 and coalesce(d.removed, 0)
  or coalesce(s.pages, 0) < coalesce(v.pages, 0)
  or coalesce(d.removed, 0) = 0 and coalesce(s.pages, 0) <> coalesce(v.pages, 0)

-- sums by hour and minute are the visits of the last day, and all that is kept of earlier ones
select coalesce(s.project_id, v.project_id)
from (
  select 'hour' as step, * from visit_hours
  union all select 'minute', * from visit_minutes) s
full join (
  select step, project_id, date_trunc(step, ended_at, 'UTC') as start,
    coalesce(reason, 'completed') as outcome, count(*) as visits, sum(pages) as pages
  from visits cross join (values ('hour'), ('minute')) as steps (step)
  group by 1, 2, 3, 4) v
  using (step, project_id, start, outcome)
where case when start >= date_trunc('hour', now(), 'UTC') - interval '1 day'
  then (s.visits, s.pages) is distinct from (v.visits, v.pages)
  else s.visits < v.visits or s.pages < v.pages end
