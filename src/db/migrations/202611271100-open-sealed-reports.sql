-- A sealed report is opened with a purpose and a second person (条例 30¶3).

create table sealed_opening (
  region text not null check (length(region) = 6),
  id uuid not null,
  submission text not null,
  account text not null references account (id),
  body text not null,
  purpose text not null,
  note bytea not null,
  days smallint not null check (days between 1 and 30),
  urgent boolean not null,
  asked_at timestamptz not null,
  opened_at timestamptz,
  until_at timestamptz,
  second text,
  decided_at timestamptz,
  refused boolean not null default false,
  ended_at timestamptz,
  ended_by text,
  primary key (region, id)
);
comment on table sealed_opening is 'Who asked to open which sealed report and why, and who confirmed it. It counts from `opened_at` to `until_at` unless ended earlier; `note` is encrypted under the key of sealed reports. Rows are never deleted.';
-- What somebody has opened, asked with every request.
create index sealed_opening_account on sealed_opening (account, until_at);
-- Openings of a body, the latest first.
create index sealed_opening_body on sealed_opening (body, asked_at, id);
-- One request, by whoever decides on it, or by its code.
create index sealed_opening_id on sealed_opening (id);
