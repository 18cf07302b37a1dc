-- The record: streams of facts, their content, and what one act writes beside them (design §2).
-- Every table that grows with petitions leads its primary key with region, the shard key.

create extension if not exists pg_trgm;

create table stream (
  region char(6) not null,
  stream text not null,
  kind text not null check (kind in ('submission', 'matter')),
  seq integer not null check (seq > 0),
  hash bytea not null check (length(hash) = 32),
  state jsonb not null,
  primary key (region, stream)
);
comment on table stream is 'Head of one history: its last seq and hash, and the folded state, which a test folds again from the facts.';

create table fact (
  region char(6) not null,
  stream text not null,
  seq integer not null check (seq > 0),
  kind text not null,
  actor text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  body jsonb not null,
  prev_hash bytea,
  hash bytea not null check (length(hash) = 32),
  primary key (region, stream, seq)
);
comment on table fact is 'Append-only. Holds ids, codes, days and hashes only; personal data and free text stand in content.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger fact_is_append_only before update or delete on fact for each row execute function refuse_change();
create trigger fact_is_not_truncated before truncate on fact for each statement execute function refuse_change();

-- Ends a statement that moved only some of its streams: nothing of it may stand.
create function raise_conflict() returns integer language plpgsql as $$
begin
  raise exception 'some streams had moved' using errcode = 'serialization_failure';
end $$;

create table content (
  region char(6) not null,
  id uuid not null,
  stream text not null,
  kind text not null,
  salt bytea not null check (length(salt) = 16),
  sealed bytea not null,
  primary key (region, id)
);
comment on table content is 'Encrypted personal data and free text; a fact points here by id and SHA-256(salt || canonical content). Erasable.';
-- the whole file of one history, for anonymising and export
create index content_stream on content (region, stream);

create table counter (
  region char(6) not null,
  name text not null,
  value bigint not null,
  primary key (region, name)
);
comment on table counter is 'Serials: submissions draw blocks (gaps allowed), instruments draw one at a time within the act (no gaps).';

create table idempotency (
  region char(6) not null,
  actor text not null,
  key text not null,
  request_hash bytea not null,
  answer bytea not null,
  created_at timestamptz not null,
  primary key (region, actor, key)
);
comment on table idempotency is 'One answer a key, encrypted, kept 30 days: a repeated request gets the same answer and writes nothing.';
-- the daily clearing of keys older than 30 days
create index idempotency_created on idempotency (created_at);

create table outbox (
  region char(6) not null,
  id uuid not null,
  topic text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  primary key (region, id)
);
comment on table outbox is 'Work that follows an act, written with it; one relayer hands it to the jobs and deletes it.';
-- the relayer reads the oldest first
create index outbox_created on outbox (created_at);

create table audit (
  region char(6) not null,
  id uuid not null,
  at timestamptz not null,
  actor text not null,
  body text,
  verb text not null,
  stream text,
  detail jsonb not null default '{}',
  primary key (region, id)
);
comment on table audit is 'Who did what: one row an act, in the act''s own statement.';
create index audit_stream on audit (region, stream, at);
create trigger audit_is_append_only before update or delete on audit for each row execute function refuse_change();

create table read_log (
  region char(6) not null,
  id uuid not null,
  at timestamptz not null,
  actor text not null,
  body text,
  verb text not null,
  stream text,
  detail jsonb not null default '{}',
  primary key (region, id)
);
comment on table read_log is 'Who saw, searched, printed or exported what.';
create index read_log_stream on read_log (region, stream, at);

-- Rows that lists read. Each is projected from one stream's state; a test replays all of them and compares.

create table submission (
  region char(6) not null,
  number text not null,
  body text not null,
  division text not null,
  channel text not null,
  channel_group text not null check (channel_group in ('letter', 'visit', 'net', 'phone', 'unknown')),
  purpose text not null,
  petitioners integer not null,
  identity text not null,
  phase text not null,
  origin text not null check (origin in ('here', 'imported')),
  source text,
  received_on date not null,
  received_at timestamptz not null,
  registered_on date,
  matters integer not null,
  content_id uuid,
  query_hash text,
  primary key (region, number)
);
comment on table submission is 'Projected: one row a submission that may be counted. Sealed reports are not here (E27).';
-- figures: received in a period
create index submission_received on submission (received_on, channel_group);
-- following a petition by its query code
create index submission_query on submission (query_hash) where query_hash is not null;

create table matter (
  region char(6) not null,
  number text not null,
  submission text not null,
  office text not null,
  holder text not null,
  purpose text not null,
  category text not null,
  division text not null,
  channel text not null,
  phase text not null,
  task_phase text,
  route text,
  origin text not null check (origin in ('here', 'imported')),
  pack text not null,
  petitioners integer not null,
  received_on date not null,
  received_at timestamptz not null,
  registered_on date,
  answered_on date,
  closed_on date,
  transfers integer,
  content_id uuid,
  primary key (region, number)
);
comment on table matter is 'Projected: one row a matter that may be listed. Sealed reports are not here (E27).';
-- all matters, newest first
create index matter_received on matter (received_at desc, region, number);
-- figures over imported answers
create index matter_origin on matter (origin, received_on);

create table matter_body (
  region char(6) not null,
  matter text not null,
  body text not null,
  received_at timestamptz not null,
  primary key (region, matter, body)
);
comment on table matter_body is 'Projected: the bodies a matter has been with; what a body may list and search.';
-- a body's matters, newest first
create index matter_body_recent on matter_body (body, received_at desc, region, matter);

create table clock (
  region char(6) not null,
  stream text not null,
  id text not null,
  kind text not null,
  holder text not null,
  assignment text,
  body text,
  division text not null,
  started_on date not null,
  raw_end date not null,
  due date not null,
  assessment_due date not null,
  ended_on date,
  outcome text not null check (outcome in ('running', 'met', 'late', 'void')),
  statutory boolean not null,
  calendar text not null check (calendar in ('published', 'assumed')),
  primary key (region, stream, id)
);
comment on table clock is 'Projected: every clock of every case, running or ended. Rates select by due date in the window (law.md §4.1).';
-- rates of a period by kind of clock
create index clock_due on clock (kind, due);
-- one body's rates and lateness
create index clock_holder on clock (holder, kind, due);
-- clocks to derive again when a year's calendar is published
create index clock_assumed on clock (due) where calendar = 'assumed' and outcome = 'running';

create table rating (
  region char(6) not null,
  matter text not null,
  side text not null check (side in ('office', 'body')),
  body text not null,
  state text not null check (state in ('open', 'rated')),
  level text,
  rated_on date,
  window_end date,
  division text not null,
  primary key (region, matter, side)
);
comment on table rating is 'Projected: one row a side that may be or was rated.';
create index rating_rated on rating (rated_on) where rated_on is not null;
create index rating_window on rating (window_end) where state = 'open';

create table desk (
  region char(6) not null,
  item text not null,
  assignment text not null,
  duty text not null,
  body text not null,
  account text,
  due date,
  sort_day date not null,
  soon_from date,
  started_on date,
  clock_kind text,
  received_at timestamptz not null,
  channel text not null,
  division text not null,
  category text not null,
  purpose text not null,
  petitioners integer not null,
  content_id uuid,
  primary key (region, item, assignment, duty)
);
comment on table desk is 'Projected: what each body owes now, one row a duty. The working lists.';
-- a duty's list, first due first
create index desk_list on desk (body, duty, sort_day, region, item, assignment);
-- late, and soon late, across the duties of a body
create index desk_late on desk (body, due) where due is not null;

create table desk_delta (
  region char(6) not null,
  id uuid not null,
  body text not null,
  duty text not null,
  delta integer not null,
  primary key (region, id)
);
comment on table desk_delta is 'Signed changes of the desk counters; summed on reading, folded together by a job.';
create index desk_delta_body on desk_delta (body, duty) include (delta);

create table sealed_case (
  region char(6) not null,
  stream text not null,
  body text not null,
  received_on date not null,
  phase text not null,
  content_id uuid,
  primary key (region, stream)
);
comment on table sealed_case is 'Projected: reports of wrongdoing (条例 30), listed to the one post that keeps them and to nobody else.';
create index sealed_case_body on sealed_case (body, received_on);

create table search_text (
  region char(6) not null,
  matter text not null,
  received_at timestamptz not null,
  words text not null,
  bigrams integer[] not null,
  name_grams integer[] not null,
  primary key (region, matter)
);
comment on table search_text is 'Searchable text, filled by the outbox within seconds; never holds sealed reports. Names only as keyed hashes.';
-- three characters and more
create index search_text_trigrams on search_text using gin (words gin_trgm_ops);
-- two characters
create index search_text_bigrams on search_text using gin (bigrams);
create index search_text_names on search_text using gin (name_grams);
create index search_text_recent on search_text (received_at desc);
