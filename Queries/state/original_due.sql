-- Original due dates
--
-- The due date of the earliest version known of each task and milestone; `milestone` and `unit`
-- are empty for the task itself. A version that only snapshots recorded later show (`late`) was
-- not known.
--
-- grain:   one row per task, milestone and unit
-- key:     task, milestone, unit
-- params:  :ledger text, :plan text
-- columns: task text, milestone text, unit text, original_due date
SELECT v.task, '' AS milestone, '' AS unit, v.due_on AS original_due
FROM task_version AS v
JOIN held AS h ON h.register = 'ledger'
WHERE v.ledger = :ledger AND v.plan = :plan AND v.from_position <= h.position
  AND v.task NOT IN (SELECT n.task FROM past_number AS n)
  AND (v.from_position NOT IN (SELECT l.position FROM late AS l)
    OR EXISTS (
      SELECT 1
      FROM known AS k
      WHERE k.register = 'ledger' AND k.position >= v.from_position
        AND k.position < v.to_position))
  AND NOT EXISTS (
    SELECT 1
    FROM task_version AS e
    WHERE e.ledger = :ledger AND e.plan = :plan AND e.task = v.task
      AND e.from_position < v.from_position
      AND (e.from_position NOT IN (SELECT l.position FROM late AS l)
        OR EXISTS (
          SELECT 1
          FROM known AS k
          WHERE k.register = 'ledger' AND k.position >= e.from_position
            AND k.position < e.to_position)))
UNION ALL
SELECT v.task, v.milestone, v.unit, v.due_on
FROM milestone_version AS v
JOIN held AS h ON h.register = 'milestones'
WHERE v.ledger = :ledger AND v.plan = :plan AND v.from_position <= h.position
  AND v.task NOT IN (SELECT n.task FROM past_number AS n)
  AND (v.from_position NOT IN (SELECT l.position FROM late AS l)
    OR EXISTS (
      SELECT 1
      FROM known AS k
      WHERE k.register = 'milestones' AND k.position >= v.from_position
        AND k.position < v.to_position))
  AND NOT EXISTS (
    SELECT 1
    FROM milestone_version AS e
    WHERE e.ledger = :ledger AND e.plan = :plan AND e.task = v.task
      AND e.milestone = v.milestone AND e.unit = v.unit AND e.from_position < v.from_position
      AND (e.from_position NOT IN (SELECT l.position FROM late AS l)
        OR EXISTS (
          SELECT 1
          FROM known AS k
          WHERE k.register = 'milestones' AND k.position >= e.from_position
            AND k.position < e.to_position)))
UNION ALL
SELECT f.task, '', '', f.due_on
FROM (
  SELECT
    n.task, v.due_on,
    row_number() OVER (PARTITION BY n.task ORDER BY v.from_position) AS place
  FROM past_number AS n
  CROSS JOIN task_version AS v
  JOIN held AS h ON h.register = 'ledger'
  WHERE v.ledger = :ledger AND v.plan = :plan AND v.task = n.number
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
  WHERE v.ledger = :ledger AND v.plan = :plan AND v.task = n.number
    AND v.from_position >= n.from_position AND v.from_position < n.to_position
    AND v.from_position <= h.position
    AND (v.from_position NOT IN (SELECT l.position FROM late AS l)
      OR EXISTS (
        SELECT 1
        FROM known AS k
        WHERE k.register = 'milestones' AND k.position >= v.from_position
          AND k.position < v.to_position))
) AS f
WHERE f.place = 1
