-- counters of what is soon late, without walking all that is due
create index desk_soon on desk (body, soon_from, due, duty) where due is not null;
-- one officer's own list
create index desk_mine on desk (account, duty, sort_day) where account is not null;
