-- Whatever is encrypted says which key and cipher it is under (three bytes before it), so that keys can be changed while
-- others go on working. Until now there was one: AES-256-GCM (1) under version 1 of the common key.

update content set sealed = '\x010001'::bytea || sealed;
update file set sealed = '\x010001'::bytea || sealed;
update message set sealed = '\x010001'::bytea || sealed;
update idempotency set answer = '\x010001'::bytea || answer;
update account_factor set secret = '\x010001'::bytea || secret;

alter table draft add column frozen_region text;
alter table draft add column arrival bytea;
alter table draft add column sent bytea;
update draft set
  sealed = '\x010001'::bytea || sealed,
  frozen_region = frozen ->> 'region',
  arrival = '\x010001'::bytea || decode(frozen ->> 'arrival', 'base64'),
  sent = '\x010001'::bytea || decode(frozen ->> 'sent', 'base64');
alter table draft drop column frozen;
comment on column draft.frozen_region is 'Where it went, once Send was pressed; nothing may change from then on.';

-- Never used.
drop table work_draft;

comment on table person_key is 'Keyed hashes of what the people of a submission are known by, for the repeat test alone; filled by the outbox. Never sealed, anonymous or imported ones. Hashes under an older key than the newest are made anew by the daily work.';
delete from setting where name = 'person-key-version';
