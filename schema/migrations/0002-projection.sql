-- What has changed of stances since they were recorded, by the revision that changed it, so that what is held of them
-- in memory can follow. Lists filtered by direction are walked in their index alone.

alter table stance add column changed_in integer;

create index stance_by_change on stance (changed_in) where changed_in is not null;

drop index stance_by_day;
drop index stance_by_issue_day;
drop index stance_by_holder_day;
create index stance_by_day on stance (coalesce(effective_latest, ''), id, direction);
create index stance_by_issue_day on stance (issue_id, coalesce(effective_latest, ''), id, direction);
create index stance_by_holder_day on stance (holder_id, coalesce(effective_latest, ''), id, direction);
