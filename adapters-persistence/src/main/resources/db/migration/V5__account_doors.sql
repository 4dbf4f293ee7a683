-- Second factors, mailed secrets, invitations, and the log of who changed what (security page, 5.1).

alter table users
  -- Sealed by the application: a stolen dump shows no secret.
  add column totp_secret bytea,
  add column totp_on     boolean not null default false,
  -- The step of 30 seconds whose code was used last: no code is good twice.
  add column totp_step   bigint not null default 0,
  -- Closed for good; then disabled, and without personal data.
  add column closed_at   timestamptz,
  add check (not totp_on or totp_secret is not null),
  add check (closed_at is null or disabled);

create index users_newest on users (created_at desc, id desc) where closed_at is null;
create index users_admins on users (id) where role = 'admin';

-- One-use secrets on their way by mail: SHA-256 of the secret, and where it went.
create table mailed_tokens (
  hash       varchar primary key,
  user_id    uuid not null references users (id),
  purpose    varchar not null check (purpose in ('confirm_email', 'reset_password')),
  email      varchar not null,
  expires_at timestamptz not null,
  unique (user_id, purpose)
);

create table invitations (
  hash        varchar primary key,
  email       varchar,
  invited_by  uuid not null references users (id),
  expires_at  timestamptz not null,
  accepted_by uuid references users (id),
  created_at  timestamptz not null default now()
);

create table audit_log (
  id      uuid primary key,
  at      timestamptz not null,
  actor   uuid references users (id),
  address varchar,
  action  varchar not null,
  subject varchar not null,
  detail  varchar not null
);

create index audit_log_newest on audit_log (at desc, id desc);

create trigger audit_log_is_kept before update or delete or truncate on audit_log
  for each statement execute function refuse_change();
