-- How far a run has come that carries the matters of an ended body over to its successors (条例 24¶2). What was decided of
-- it are facts of its own stream; this is local to the job.
create table succession_run (
  run uuid primary key,
  stage integer not null default 0,
  after text not null default '',
  looked integer not null default 0
);
comment on table succession_run is 'Where the listing of a succession stands: kind of case, last case looked at, and how many were looked at.';

create table succession_row (
  run uuid not null,
  stream text not null,
  kind text not null check (kind in ('matter', 'submission')),
  sealed boolean not null default false,
  open boolean not null,
  category text,
  division text not null,
  successor text,
  unclear text,
  designated boolean not null default false,
  applied_at timestamptz,
  primary key (run, stream)
);
comment on table succession_row is 'A case that a succession carries over, to whom, or why nobody follows from the plan, and when it became a fact. Rows of sealed cases are never shown.';
-- what of a run is still to be done
create index succession_row_open on succession_row (run, stream) where applied_at is null;
-- cases for which a successor must be designated
create index succession_row_unclear on succession_row (run, stream) where successor is null;
