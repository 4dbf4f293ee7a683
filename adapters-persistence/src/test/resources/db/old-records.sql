-- VISIT_MINUTES
insert into visit_minutes (project_id, start, outcome, visits, pages)
values (gen_random_uuid(), :at, :name, 1, 1)

-- VISIT_HOURS
insert into visit_hours (project_id, start, outcome, visits, pages)
values (gen_random_uuid(), :at, :name, 1, 1)

-- HOST_MINUTES
insert into host_minutes (host, minute, cap, used) values (:name, :at, 60, 1)

-- HOST_PAUSES
insert into host_pauses (host, until) values (:name, :at)

-- NOTICES
insert into notices (project_id, event, reason, at, next_at, done)
values (gen_random_uuid(), 'stopped', :name, :at, :at, true)

-- SITE_CHECKS
insert into site_checks (user_id, host, until) values (gen_random_uuid(), :name, :at)

-- MAILED_TOKENS
insert into mailed_tokens (hash, user_id, purpose, email, expires_at)
values (:name, gen_random_uuid(), 'confirm_email', 'somebody@shop.example', :at)

-- INVITATIONS
insert into invitations (hash, invited_by, expires_at) values (:name, gen_random_uuid(), :at)

-- FOUND_PAGES
insert into found_pages (project_id, wish, claimed_until) values (gen_random_uuid(), :name, :at)

-- COOKIE_JARS
insert into cookie_jars (project_id, visit_id, left_at)
select gen_random_uuid(), gen_random_uuid(), :at where :name <> ''
