-- The same person is found again, across regions, while one of their submissions is open (law.md §6). Led by the hash, not
-- by the region: whoever asks does not know where the person wrote before.

create table person_key (
  key bytea not null check (length(key) = 32),
  key_version integer not null check (key_version > 0),
  region text not null check (length(region) = 6),
  submission text not null,
  kind text not null check (kind in ('id-number', 'name-phone', 'name-address')),
  role text not null check (role in ('principal', 'agent', 'co-signer')),
  received_at timestamptz not null,
  primary key (key, key_version, region, submission, role)
);
comment on table person_key is 'Keyed hashes of what the people of a submission are known by, for the repeat test alone; filled by the outbox. Never sealed, anonymous or imported ones. The setting person-key-version names the version of the key; a lower one is made anew by the daily work.';
-- the keys of one submission, replaced when somebody joins it; those of an older version, made anew
create index person_key_submission on person_key (key_version, region, submission);

-- Once for what is there already: each is looked at as if it had just come in.
insert into outbox (region, id, topic, payload, created_at)
select region, gen_random_uuid(), 'index-person', jsonb_build_object('region', region, 'submission', number), now()
from submission where origin = 'here' and identity <> 'anonymous';
