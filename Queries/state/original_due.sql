-- Original due dates
--
-- The due date of the earliest version known of each task and milestone; `milestone` and `unit`
-- are empty for the task itself. A position has twelve digits: the least of position and date put
-- together holds the date of the earliest version.
--
-- grain:   one row per task, milestone and unit
-- key:     task, milestone, unit
-- params:  :ledger text, :plan text
-- columns: task text, milestone text, unit text, original_due date
WITH
  earliest AS (
    SELECT
      v.task, '' AS milestone, '' AS unit,
      min(CAST(v.from_position AS TEXT) || coalesce(v.due_on, '')) AS placed
    FROM task_version AS v
    JOIN held AS h ON h.register = 'ledger'
    WHERE v.ledger = :ledger AND v.plan = :plan AND v.from_position <= h.position
    GROUP BY v.task
    UNION ALL
    SELECT
      v.task, v.milestone, v.unit, min(CAST(v.from_position AS TEXT) || v.due_on)
    FROM milestone_version AS v
    JOIN held AS h ON h.register = 'milestones'
    WHERE v.ledger = :ledger AND v.plan = :plan AND v.from_position <= h.position
    GROUP BY v.task, v.milestone, v.unit
  )
SELECT
  e.task, e.milestone, e.unit,
  CASE WHEN e.placed > substr(e.placed, 1, 12) THEN substr(e.placed, 13) END AS original_due
FROM earliest AS e
