-- Bodies, posts, places, sessions, drafts and files. The first group is small and the same on every shard.

create table body (
  id text primary key,
  parent text references body (id),
  kind text not null,
  level text not null,
  division text not null,
  profile jsonb not null,
  ended_on date
);
comment on table body is 'Organs of every kind (条例 2), a tree. `profile` holds names, 机关代字, remit, superiors, address and hours.';
create index body_parent on body (parent);

create table division (
  code text primary key,
  parent text references division (code),
  level text not null,
  name_zh text not null,
  name_en text not null
);
comment on table division is 'Places: 6, 9 or 12 digits, a tree.';
create index division_parent on division (parent);

create table category (
  code text primary key,
  parent text references category (code),
  name_zh text not null,
  name_en text not null
);
comment on table category is 'Content categories as data: first and second level (law.md §5.3).';
create index category_parent on category (parent);

create table calendar_year (
  year integer primary key,
  body jsonb not null,
  version integer not null default 1
);
comment on table calendar_year is 'Published holidays and make-up workdays of a year. A year without a row is not yet published.';

create table account (
  id text primary key,
  login text not null unique,
  body text not null references body (id),
  name text not null,
  title_zh text not null,
  title_en text not null,
  phone text not null,
  roles text[] not null,
  password text not null,
  must_change boolean not null default false,
  failures integer not null default 0,
  locked_until timestamptz,
  ended_on date
);
comment on table account is 'A post in a body held by a person. Rights come from body and roles; `password` is argon2id.';
create index account_body on account (body);

create table session (
  id bytea primary key,
  account text not null references account (id),
  csrf text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table session is 'Staff sessions; `id` is the SHA-256 of the cookie. Local to the coordinator.';
create index session_account on session (account);
create index session_expires on session (expires_at);

create table visit_pass (
  id bytea primary key,
  region char(6) not null,
  submission text not null,
  csrf text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table visit_pass is 'A petitioner who gave the query code and a second fact follows one submission; `id` is the SHA-256 of the cookie.';
create index visit_pass_expires on visit_pass (expires_at);

create table draft (
  id uuid primary key,
  secret bytea not null,
  resume_hash bytea not null,
  sealed bytea not null,
  frozen jsonb,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table draft is 'A petition being written, encrypted, 14 days. `secret` is the SHA-256 of its cookie. The first Send freezes it.';
create index draft_resume on draft (resume_hash);
create index draft_expires on draft (expires_at);

create table phone_code (
  draft uuid not null references draft (id) on delete cascade,
  code_hash bytea not null,
  phone_hash bytea not null,
  tries integer not null default 0,
  expires_at timestamptz not null,
  primary key (draft)
);
comment on table phone_code is 'The code sent to a phone to confirm it; five tries, ten minutes.';

create table message (
  id uuid primary key,
  channel text not null check (channel in ('sms', 'mail')),
  sealed bytea not null,
  created_at timestamptz not null,
  sent_at timestamptz
);
comment on table message is 'Outgoing text messages and mail, encrypted. The development adapter shows them instead of sending.';
create index message_created on message (created_at);

create table file (
  region char(6) not null,
  id uuid not null,
  stream text,
  draft uuid,
  name text not null,
  type text not null,
  size integer not null check (size >= 0),
  sha256 bytea not null,
  sealed bytea not null,
  created_at timestamptz not null,
  primary key (region, id)
);
comment on table file is 'Papers and photographs, encrypted, with the hash of what was given.';
create index file_stream on file (region, stream);
create index file_draft on file (draft) where draft is not null;

create table work_draft (
  account text not null references account (id),
  item text not null,
  form text not null,
  sealed bytea not null,
  saved_at timestamptz not null,
  primary key (account, item, form)
);
comment on table work_draft is 'What an officer was typing, kept so that nothing typed is lost.';

create table import_source (
  region char(6) not null,
  source text not null,
  source_id text not null,
  submission text not null,
  primary key (region, source, source_id)
);
comment on table import_source is 'The permanent natural key of every imported row: a second run registers nothing twice.';

create table rate_limit (
  key bytea primary key,
  hits integer not null,
  until timestamptz not null
);
comment on table rate_limit is 'Tries of a purpose (query code, sign-in), by keyed hash; cleared when over.';

create table job_done (
  id uuid primary key,
  done_at timestamptz not null
);
comment on table job_done is 'Outbox ids whose work is done, so that a job handed over twice acts once.';
create index job_done_at on job_done (done_at);

create table setting (
  name text primary key,
  value jsonb not null
);
comment on table setting is 'What the installation says of itself: its name, reception address, hours, languages.';
