-- Links, clicks, reviews and payouts of affiliates (billing page, 3.4).

-- Every code that was ever given out keeps working; users.affiliate_code is the current one.
create table affiliate_codes (
  code       varchar primary key check (code = lower(code)),
  user_id    uuid not null references users (id),
  created_at timestamptz not null default now()
);

create index affiliate_codes_user on affiliate_codes (user_id);

insert into affiliate_codes select affiliate_code, id, created_at from users;

create function keep_affiliate_code() returns trigger language plpgsql as $$
begin
  insert into affiliate_codes (code, user_id) values (new.affiliate_code, new.id);
  return null;
end
$$;

create trigger users_affiliate_code_is_kept after insert on users
  for each row execute function keep_affiliate_code();
create trigger users_changed_affiliate_code_is_kept after update of affiliate_code on users
  for each row when (old.affiliate_code is distinct from new.affiliate_code)
  execute function keep_affiliate_code();

alter table users
  -- Whether earnings are credited to the balance at once.
  add column auto_credit boolean not null default false,
  -- Keyed hash of the address of the sign-up, never the address.
  add column sign_up_mark varchar;

create index users_auto_credit on users (id) where auto_credit;

-- Who followed a link; each place counts once a day for each code.
create table referral_clicks (
  id         uuid primary key,
  user_id    uuid not null references users (id),
  code       varchar not null references affiliate_codes (code),
  -- Keyed hash of the visitor's address.
  visitor    varchar not null,
  created_at timestamptz not null
);

create index referral_clicks_newest on referral_clicks (user_id, created_at desc, id desc);
create index referral_clicks_visitor on referral_clicks (code, visitor, created_at);

create table payouts (
  id            uuid primary key,
  affiliate_id  uuid not null references users (id),
  amount_micros bigint not null check (amount_micros > 0),
  earnings      bigint not null check (earnings > 0),
  -- Where to pay, in the affiliate's words.
  method        varchar,
  status        varchar not null check (status in (
    'requested', 'approved', 'processing', 'failed', 'paid', 'rejected', 'cancelled')),
  -- Reference of the transfer, or reason.
  note          varchar,
  created_at    timestamptz not null,
  changed_at    timestamptz not null
);

create index payouts_newest on payouts (created_at desc, id desc);
create index payouts_affiliate on payouts (affiliate_id, created_at desc, id desc);

alter table affiliate_earnings
  -- The live payout that it is in, or the one that paid it: at most one, whatever happens.
  add column payout uuid references payouts (id),
  -- The statement row that credited it to the affiliate's balance.
  add column credit uuid references transactions (id),
  add constraint affiliate_earnings_settled check (
    case status
      when 'in_payout' then payout is not null and credit is null
      when 'paid' then num_nonnulls(payout, credit) = 1
      else num_nonnulls(payout, credit) = 0
    end);

create index affiliate_earnings_maturing on affiliate_earnings (matures_at)
  where status = 'pending';
create index affiliate_earnings_open on affiliate_earnings (referrer_id)
  where status in ('pending', 'approved');
create index affiliate_earnings_payout on affiliate_earnings (payout) where payout is not null;
create index affiliate_earnings_newest on affiliate_earnings (created_at desc, id desc);

create function refuse_settled_change() returns trigger language plpgsql as $$
begin
  raise exception '% that are settled never change: % refused', tg_table_name, tg_op
    using errcode = 'restrict_violation';
end
$$;

-- What was earned is written once; what was paid is not touched any more.
create trigger affiliate_earnings_paid_are_kept before update on affiliate_earnings
  for each row when (old.status = 'paid'
    or (old.id, old.referrer_id, old.referee_id, old.amount, old.payment)
      is distinct from (new.id, new.referrer_id, new.referee_id, new.amount, new.payment))
  execute function refuse_settled_change();
create trigger affiliate_earnings_are_kept before delete on affiliate_earnings
  for each row execute function refuse_settled_change();
create trigger payouts_settled_are_kept before update on payouts
  for each row when (old.status in ('paid', 'rejected', 'cancelled')
    or (old.id, old.affiliate_id, old.amount_micros, old.earnings)
      is distinct from (new.id, new.affiliate_id, new.amount_micros, new.earnings))
  execute function refuse_settled_change();
create trigger payouts_are_kept before delete on payouts
  for each row execute function refuse_settled_change();
