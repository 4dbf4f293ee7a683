-- Answers to requests that carried an Idempotency-Key (security page, 5.1); kept a day.

create table idempotency_keys (
  user_id      uuid not null references users (id) on delete cascade,
  -- Method and path.
  operation    varchar not null,
  key          varchar not null check (length(key) between 1 and 255),
  -- SHA-256 of what else makes the request: a key stands for one request only.
  fingerprint  varchar not null,
  -- All three are null while the request is under way.
  status       int check (status between 200 and 499),
  content_type varchar,
  body         varchar,
  location     varchar,
  taken_at     timestamptz not null,
  primary key (user_id, operation, key),
  check ((status is null) = (content_type is null)),
  check ((status is null) = (body is null))
);

create index idempotency_keys_taken on idempotency_keys (taken_at);
