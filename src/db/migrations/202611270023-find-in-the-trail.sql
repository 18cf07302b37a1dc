-- The auditor reads the trail by its days. A block range index finds the days, as rows are written in their order, and costs an
-- act next to nothing.

-- the trail of some days
create index audit_at on audit using brin (at);
create index read_log_at on read_log using brin (at);

-- Who opened what is as fixed as who did what.
create trigger read_log_is_append_only before update or delete on read_log for each row execute function refuse_change();
create trigger read_log_is_not_truncated before truncate on read_log for each statement execute function refuse_change();
create trigger audit_is_not_truncated before truncate on audit for each statement execute function refuse_change();
