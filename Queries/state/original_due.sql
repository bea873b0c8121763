-- Original due dates
--
-- The due date of the earliest version known of each task and milestone; `milestone` and `unit`
-- are empty for the task itself.
--
-- grain:   one row per task, milestone and unit
-- key:     task, milestone, unit
-- params:  :ledger text, :plan text
-- columns: task text, milestone text, unit text, original_due date
WITH
  first_task AS (
    SELECT v.task, min(v.from_position) AS from_position
    FROM task_version AS v
    JOIN held AS h ON h.register = 'ledger'
    WHERE v.ledger = :ledger AND v.plan = :plan AND v.from_position <= h.position
    GROUP BY v.task
  ),
  first_milestone AS (
    SELECT v.task, v.milestone, v.unit, min(v.from_position) AS from_position
    FROM milestone_version AS v
    JOIN held AS h ON h.register = 'milestones'
    WHERE v.ledger = :ledger AND v.plan = :plan AND v.from_position <= h.position
    GROUP BY v.task, v.milestone, v.unit
  )
SELECT v.task, '' AS milestone, '' AS unit, v.due_on AS original_due
FROM first_task AS f
JOIN task_version AS v
  ON v.ledger = :ledger AND v.plan = :plan AND v.task = f.task
  AND v.from_position = f.from_position
UNION ALL
SELECT v.task, v.milestone, v.unit, v.due_on
FROM first_milestone AS f
JOIN milestone_version AS v
  ON v.ledger = :ledger AND v.plan = :plan AND v.task = f.task AND v.milestone = f.milestone
  AND v.unit = f.unit AND v.from_position = f.from_position
