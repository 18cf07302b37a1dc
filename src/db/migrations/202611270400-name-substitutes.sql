-- Who stands in for an absent officer, and on which days; the posts themselves stay those of the absent one.

create table account_substitute (
  id uuid primary key,
  account text not null references account (id),
  substitute text not null references account (id),
  from_day date not null,
  to_day date not null,
  made_by text not null,
  made_at timestamptz not null,
  ended_at timestamptz
);
comment on table account_substitute is 'Absences: `substitute` holds the posts of `account` beside their own from `from_day` to `to_day`, both included, unless ended earlier. Posts that administer and the one that keeps sealed reports never pass.';
-- Of whom somebody stands in, asked with every request.
create index account_substitute_stands_in on account_substitute (substitute, to_day);
-- Absences of an officer.
create index account_substitute_account on account_substitute (account, to_day);
