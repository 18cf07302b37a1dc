-- A region compared with a value of type text could not use an index led by char(6): the column was cast, not the value,
-- and every index was gone through region by region. As text the two are of one type.

alter table stream alter column region type text, add check (length(region) = 6);
alter table fact alter column region type text, add check (length(region) = 6);
alter table content alter column region type text, add check (length(region) = 6);
alter table counter alter column region type text, add check (length(region) = 6);
alter table idempotency alter column region type text, add check (length(region) = 6);
alter table outbox alter column region type text, add check (length(region) = 6);
alter table audit alter column region type text, add check (length(region) = 6);
alter table read_log alter column region type text, add check (length(region) = 6);
alter table submission alter column region type text, add check (length(region) = 6);
alter table matter alter column region type text, add check (length(region) = 6);
alter table matter_body alter column region type text, add check (length(region) = 6);
alter table clock alter column region type text, add check (length(region) = 6);
alter table rating alter column region type text, add check (length(region) = 6);
alter table desk alter column region type text, add check (length(region) = 6);
alter table desk_delta alter column region type text, add check (length(region) = 6);
alter table sealed_case alter column region type text, add check (length(region) = 6);
alter table search_text alter column region type text, add check (length(region) = 6);
alter table visit_pass alter column region type text, add check (length(region) = 6);
alter table file alter column region type text, add check (length(region) = 6);
alter table import_source alter column region type text, add check (length(region) = 6);
