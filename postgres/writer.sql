-- What snapshots and editions may do: add rows and move the two ends of a version's span; nothing
-- is deleted, nothing that was stated is changed. By the owner, after each `jibao migrate`:
--
--   psql -d jibao -U jibao_owner -f writer.sql

SET search_path = jibao;

GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA jibao TO jibao_writer;
REVOKE INSERT ON store_version, setting, day FROM jibao_writer;

GRANT UPDATE (from_position, to_position) ON
  assignment_version, event_version, extension_version, milestone_version, publication_version,
  rectification_version, submission_version, target_version, task_leader_version,
  task_unit_version, task_version, unit_member_version, unit_version
TO jibao_writer;
