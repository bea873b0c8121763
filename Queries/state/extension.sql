-- 延期 · Applications for a later due date
--
-- All that were made, whether they count or not; `place` is their order within the task.
--
-- grain:   one row per task and place of the application
-- key:     task, place
-- params:  :ledger text, :plan text
-- columns: task text, requested_on date, approved_on date, new_due_on date, place integer
SELECT
  v.task, v.requested_on, v.approved_on, v.new_due_on,
  row_number() OVER (PARTITION BY v.task ORDER BY v.requested_on) AS place
FROM extension_version AS v
JOIN held AS h ON h.register = 'extensions'
WHERE v.ledger = :ledger AND v.plan = :plan
  AND v.from_position <= h.position AND h.position < v.to_position
