-- Which kinds of history there are is said by the program (src/ledger/streams.ts); the table only keeps names plain.
alter table stream drop constraint stream_kind_check;
alter table stream add constraint stream_kind_check check (kind ~ '^[a-z]+(-[a-z]+)*$');

-- How far a run has come that counts dates again. Its decisions are facts of its own stream; this is local to the job.
create table recount_run (
  run uuid primary key,
  stage integer not null default 0,
  after text not null default '',
  looked integer not null default 0,
  spared integer not null default 0
);
comment on table recount_run is 'Where the listing of a recount stands: kind of case, last case looked at, how many were looked at, and dates kept although the length changed.';

create table recount_row (
  run uuid not null,
  stream text not null,
  clock text not null,
  kind text,
  sealed boolean not null default false,
  before jsonb not null,
  after jsonb not null,
  applied_at timestamptz,
  applied jsonb,
  primary key (run, stream, clock)
);
comment on table recount_row is 'What a recount would change: one clock of one case before and after, and when it became a fact. An empty clock: only what the case keeps. Rows of sealed cases are never shown.';
-- what of a run is still to be done
create index recount_row_open on recount_row (run, stream) where applied_at is null;
