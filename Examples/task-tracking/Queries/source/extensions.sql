-- Extensions
--
-- 延期: every request that was granted or is not decided yet.
--
-- grain:   one row per task and day of request
-- key:     task, requested_on
-- params:  -
-- columns: task integer, requested_on date, approved_on date, new_due_on date
-- order:   task, requested_on
SELECT
  t.task_no AS task,
  substr(CAST(e.requested_at AS text), 1, 10) AS requested_on,
  CASE e.result WHEN 1 THEN substr(CAST(e.decided_at AS text), 1, 10) END AS approved_on,
  e.new_due_date AS new_due_on
FROM extension_request AS e
JOIN task AS t ON t.id = e.task_id AND t.is_deleted = 0
WHERE e.result <> 2
