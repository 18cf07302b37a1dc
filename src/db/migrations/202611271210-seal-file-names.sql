-- The names of files tell of what is in them: sealed as the files are.

alter table file add column sealed_name bytea;
alter table file alter column name drop not null;
comment on column file.name is 'In clear in rows of before; absent once `sealed_name` holds it.';
comment on column file.sealed_name is 'The name as it was uploaded, encrypted under the key that the file lies under.';
-- Names of before that are still to be sealed.
create index file_names_in_clear on file (region, id) where name is not null;
