-- A citizen may keep the petitions they follow together, under a phone number they have confirmed. What is gathered is what
-- they added one by one; nothing is ever looked up by the number. Local to the coordinator, as sessions are.

create table citizen (
  id uuid primary key,
  phone_key bytea not null,
  key_version integer not null,
  phone bytea not null,
  created_at timestamptz not null,
  seen_at timestamptz not null
);
comment on table citizen is 'Somebody who signs in with a code sent to their phone: the number sealed, and hashed with a key and purpose of its own, which joins it to no petition.';
-- Who signs in with this number.
create unique index citizen_phone on citizen (phone_key);
-- Hashes still to be made anew after a change of keys; whether an old key may be taken away.
create index citizen_key_version on citizen (key_version);
-- The daily sweep of those who have not signed in for ninety days.
create index citizen_seen on citizen (seen_at);

create table citizen_session (
  id bytea primary key,
  citizen uuid not null references citizen (id) on delete cascade,
  csrf text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table citizen_session is 'Where a citizen is signed in; `id` is the SHA-256 of the cookie.';
-- Leaving everywhere.
create index citizen_session_citizen on citizen_session (citizen);
-- The daily sweep.
create index citizen_session_expires on citizen_session (expires_at);

create table citizen_petition (
  citizen uuid not null references citizen (id) on delete cascade,
  submission text not null,
  entry bytea not null,
  added_at timestamptz not null,
  primary key (citizen, submission)
);
comment on table citizen_petition is 'A petition that a citizen added. `entry` is what let them in, sealed: it is checked again at every reading.';

-- What let somebody in goes along with the pass, so that they can keep the petition without typing it again.
alter table visit_pass add column entry bytea;
comment on column visit_pass.entry is 'What let the holder in, sealed.';

-- Codes are sent to those who sign in as well as for drafts.
alter table phone_code drop constraint phone_code_draft_fkey;
alter table phone_code rename column draft to holder;
alter table phone_code alter column holder type text;
comment on table phone_code is 'The code sent to a phone to confirm it; five tries, ten minutes. `holder` is the draft or the visit that asked.';
