-- 原时限 · Original due dates
--
-- The due date of the earliest version known of each task and milestone; `milestone` and `unit`
-- are empty for the task itself. A version that only snapshots recorded later show (`late`) was
-- not known. Where a number was given to another task, a milestone that stands unchanged is that of
-- the task that bears the number since. Of a task without a number (its key begins with ~) nothing is
-- known but what it says now.
--
-- grain:   one row per task, milestone and unit
-- key:     task, milestone, unit
-- params:  :ledger text, :plan text
-- columns: task text, milestone text, unit text, original_due date
WITH
  first_task AS (
    SELECT v.task, min(v.from_position) AS position
    FROM task_version AS v
    JOIN held AS h ON h.register = 'ledger'
    WHERE v.ledger = :ledger AND v.plan = :plan AND v.from_position <= h.position
      AND substr(v.task, 1, 1) <> '~' AND v.task NOT IN (SELECT n.task FROM past_number AS n)
      AND (v.from_position NOT IN (SELECT l.position FROM late AS l)
        OR EXISTS (
          SELECT 1
          FROM known AS k
          WHERE k.register = 'ledger' AND k.position >= v.from_position
            AND k.position < v.to_position))
    GROUP BY v.task
  ),
  first_milestone AS (
    SELECT v.task, v.milestone, v.unit, min(v.from_position) AS position
    FROM milestone_version AS v
    JOIN held AS h ON h.register = 'milestones'
    WHERE v.ledger = :ledger AND v.plan = :plan AND v.from_position <= h.position
      AND substr(v.task, 1, 1) <> '~' AND v.task NOT IN (SELECT n.task FROM past_number AS n)
      AND (v.from_position NOT IN (SELECT l.position FROM late AS l)
        OR EXISTS (
          SELECT 1
          FROM known AS k
          WHERE k.register = 'milestones' AND k.position >= v.from_position
            AND k.position < v.to_position))
    GROUP BY v.task, v.milestone, v.unit
  )
SELECT f.task, '' AS milestone, '' AS unit, v.due_on AS original_due
FROM first_task AS f
-- CROSS JOIN keeps this order: the versions are found by their key.
CROSS JOIN task_version AS v
WHERE v.ledger = :ledger AND v.plan = :plan AND v.task = f.task AND v.from_position = f.position
UNION ALL
SELECT f.task, f.milestone, f.unit, v.due_on
FROM first_milestone AS f
CROSS JOIN milestone_version AS v
WHERE v.ledger = :ledger AND v.plan = :plan AND v.task = f.task AND v.milestone = f.milestone
  AND v.unit = f.unit AND v.from_position = f.position
UNION ALL
SELECT f.task, '', '', f.due_on
FROM (
  SELECT
    n.task, v.due_on,
    row_number() OVER (PARTITION BY n.task ORDER BY v.from_position) AS place
  FROM past_number AS n
  CROSS JOIN task_version AS v
  JOIN held AS h ON h.register = 'ledger'
  WHERE substr(n.task, 1, 1) <> '~' AND v.ledger = :ledger AND v.plan = :plan AND v.task = n.number
    AND v.from_position >= n.from_position AND v.from_position < n.to_position
    AND v.from_position <= h.position
    AND (v.from_position NOT IN (SELECT l.position FROM late AS l)
      OR EXISTS (
        SELECT 1
        FROM known AS k
        WHERE k.register = 'ledger' AND k.position >= v.from_position
          AND k.position < v.to_position))
) AS f
WHERE f.place = 1
UNION ALL
SELECT f.task, f.milestone, f.unit, f.due_on
FROM (
  SELECT
    n.task, v.milestone, v.unit, v.due_on,
    row_number() OVER (
      PARTITION BY n.task, v.milestone, v.unit ORDER BY v.from_position) AS place
  FROM past_number AS n
  CROSS JOIN milestone_version AS v
  JOIN held AS h ON h.register = 'milestones'
  WHERE substr(n.task, 1, 1) <> '~' AND v.ledger = :ledger AND v.plan = :plan AND v.task = n.number
    AND v.from_position < n.to_position AND n.from_position < v.to_position
    AND v.from_position <= h.position
    AND (v.from_position NOT IN (SELECT l.position FROM late AS l)
      OR EXISTS (
        SELECT 1
        FROM known AS k
        WHERE k.register = 'milestones' AND k.position >= v.from_position
          AND k.position < v.to_position))
) AS f
WHERE f.place = 1
UNION ALL
SELECT t.task, '', '', t.due_on
FROM task AS t
WHERE substr(t.task, 1, 1) = '~'
UNION ALL
SELECT m.task, m.milestone, m.unit, m.due_on
FROM milestone AS m
WHERE substr(m.task, 1, 1) = '~'
