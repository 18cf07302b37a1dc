-- Whoever writes for another without having shown an authority may see that it arrived, and nothing more (E34).

alter table visit_pass add column limited boolean not null default false;
comment on column visit_pass.limited is 'An agent whose authority was not seen when the pass was given.';
