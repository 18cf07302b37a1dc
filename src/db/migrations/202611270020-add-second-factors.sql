-- A second factor beside the password: a secret shared with an app on the holder's telephone (TOTP, RFC 6238).

create table account_factor (
  account text primary key references account (id),
  secret bytea not null,
  made_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);
comment on table account_factor is 'Second factors; `secret` is encrypted, `last_step` the newest interval whose code was taken, so that none is taken twice. Local to the coordinator.';
