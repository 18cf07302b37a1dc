-- What was given to an inspection team (条例 41¶2): who made it, about whom, for which team, and the hash of what it held.
create table inspection_export (
  region text not null check (length(region) = 6),
  id uuid not null,
  at timestamptz not null,
  actor text not null,
  body text not null,
  inspected text not null,
  from_day date not null,
  to_day date not null,
  team text not null,
  basis text not null,
  rows integer not null,
  sha256 text not null,
  primary key (region, id)
);
comment on table inspection_export is 'Append-only register of what was exported for inspection teams; the rows themselves are not kept, their hash is.';
-- the exports of one office, newest first
create index inspection_export_body on inspection_export (body, at desc, id);
create trigger inspection_export_is_append_only before update or delete on inspection_export
  for each row execute function refuse_change();
create trigger inspection_export_is_not_truncated before truncate on inspection_export
  for each statement execute function refuse_change();
