create table fold (
  id boolean primary key default true check (id),
  version text not null
);
comment on table fold is 'Which version of the folding code made the stored states: one row. Another version folds all of them again.';
