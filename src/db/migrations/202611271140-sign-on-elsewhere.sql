-- Single sign-on: the identity provider of the installation, and which of its people is which account.

create table sign_on_provider (
  id uuid primary key,
  issuer text not null,
  client_id text not null,
  secret bytea not null,
  claim text not null,
  label_zh text not null,
  label_en text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  ended_by text,
  ended_at timestamptz
);
comment on table sign_on_provider is 'OpenID Connect providers: proposed by an administrator, in use once the security officer confirmed one, until it ended. `secret` is encrypted. Rows are never deleted.';

create table account_sign_on (
  account text primary key references account (id),
  issuer text not null,
  subject text not null,
  linked_at timestamptz not null,
  unique (issuer, subject)
);
comment on table account_sign_on is 'Which person of the provider an account is, from the first sign-on on: a name that is given to somebody else there opens nothing here.';
