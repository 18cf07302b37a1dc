-- Passkeys (WebAuthn) as a second factor, beside the codes of a telephone.

create table passkey (
  id uuid primary key,
  account text not null references account (id),
  host text not null,
  credential bytea not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  label text not null,
  made_at timestamptz not null,
  last_used_at timestamptz
);
comment on table passkey is 'Passkeys of staff: `host` is the name they were made at and the only one they work at, `credential` the handle their device knows them by, `counter` how often the device says it signed. Local to the coordinator.';
comment on column passkey.label is 'What the holder calls it';
-- The passkeys of one account, at every sign-in and on its own page.
create index passkey_account on passkey (account);

create table passkey_challenge (
  account text not null references account (id),
  purpose text not null check (purpose in ('add', 'sign-in')),
  challenge bytea not null,
  expires_at timestamptz not null,
  primary key (account, purpose)
);
comment on table passkey_challenge is 'What a passkey is asked to sign, deleted by the first answer: one of an account at a time for each purpose. Local to the coordinator.';
