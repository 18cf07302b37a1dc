-- One log over all facts (design §2): what is not in it yet, where each fact stands in it, its tree, and what was signed.
-- Facts recorded before it are taken in by their order of region, stream and seq.

create table unsealed (
  region text not null check (length(region) = 6),
  stream text not null,
  first_seq integer not null,
  last_seq integer not null check (last_seq >= first_seq),
  primary key (region, stream, first_seq)
);
comment on table unsealed is 'Facts that wait for their place in the log: one row an act and history, written with it, gone once they are in.';
insert into unsealed select region, stream, 1, max(seq) from fact group by region, stream;

create table log_leaf (
  index bigint primary key check (index >= 0),
  region text not null check (length(region) = 6),
  stream text not null,
  seq integer not null,
  hash bytea not null check (length(hash) = 32)
);
comment on table log_leaf is 'Append-only. Place of each fact in the log; hash is the fact''s own. Local to the coordinator.';
-- the proof of one fact, asked for by its hash; and no fact twice
create unique index log_leaf_hash on log_leaf (hash);
create trigger log_leaf_is_append_only before update or delete on log_leaf for each row execute function refuse_change();
create trigger log_leaf_is_not_truncated before truncate on log_leaf for each statement execute function refuse_change();

create table log_tile (
  level integer not null check (level >= 0),
  index bigint not null check (index >= 0),
  hashes bytea not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
  primary key (level, index)
);
comment on table log_tile is 'The tree over the log (RFC 6962) in tiles of 256 hashes (C2SP tlog-tiles). Only the last of a level still grows.';

create table log_checkpoint (
  size bigint primary key check (size > 0),
  at timestamptz not null,
  root bytea not null check (length(root) = 32),
  note text not null
);
comment on table log_checkpoint is 'Append-only. What was signed and published: the root over the first entries of the log (C2SP tlog-checkpoint).';
create trigger log_checkpoint_is_append_only before update or delete on log_checkpoint
  for each row execute function refuse_change();
create trigger log_checkpoint_is_not_truncated before truncate on log_checkpoint
  for each statement execute function refuse_change();
