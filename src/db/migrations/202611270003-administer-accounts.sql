-- Accounts are made, changed and ended by administrators; what one of them may not decide alone waits for the security officer.

create table account_order (
  id uuid primary key,
  account text not null references account (id),
  kind text not null check (kind in ('reset', 'roles')),
  roles text[],
  asked_by text not null,
  asked_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  decision text check (decision in ('confirmed', 'refused')),
  check ((decided_at is null) = (decision is null))
);
comment on table account_order is 'What an administrator asked for and a second one decides: a new first password, or a post that administers. Local to the coordinator.';
create index account_order_account on account_order (account);
-- what waits for a decision
create index account_order_open on account_order (asked_at) where decided_at is null;
