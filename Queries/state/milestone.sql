-- 阶段目标 · Milestones of the tasks
--
-- `unit` is empty where the milestone is the whole task's.
--
-- grain:   one row per task, milestone and unit
-- key:     task, milestone, unit
-- params:  :ledger text, :plan text
-- columns: task text, milestone text, unit text, due_on date, completed_on date,
--          source_position integer, source_line integer, source_place text
SELECT
  v.task, v.milestone, v.unit, v.due_on, v.completed_on,
  coalesce(e.position, v.source_position) AS source_position,
  coalesce(e.line, v.source_line) AS source_line,
  CASE WHEN e.position IS NULL THEN v.source_place ELSE CAST(e.line AS text) END
    AS source_place
FROM milestone_version AS v
JOIN held AS h ON h.register = 'milestones'
LEFT JOIN earlier_source AS e ON e.hash = v.hash AND e.position < v.source_position
WHERE v.ledger = :ledger AND v.plan = :plan
  AND v.from_position <= h.position AND h.position < v.to_position
