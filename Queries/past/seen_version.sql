-- 快照所载任务内容 · What known snapshots said of the tasks
--
-- One row for each version of a task that a known snapshot shows, with the first and the last of
-- the snapshots that show it, also under a number that it bore before. So it can be told since which
-- day a value is known.
--
-- grain:   one row per task and version
-- key:     task, first_position
-- params:  :ledger text, :plan text
-- columns: task text, first_position integer, last_position integer, due_on date, status text,
--          completed_on date, progress integer
WITH
  placed AS (
    SELECT
      b.task, v.due_on, v.status, v.completed_on, v.progress,
      (SELECT min(k.position)
        FROM known_snapshot AS k
        WHERE k.position >= v.from_position AND k.position < v.to_position) AS first_position,
      (SELECT max(k.position)
        FROM known_snapshot AS k
        WHERE k.position >= v.from_position AND k.position < v.to_position) AS last_position
    -- CROSS JOIN keeps this order: each number's versions are found by their key.
    FROM number_borne AS b
    CROSS JOIN task_version AS v
    WHERE v.ledger = :ledger AND v.plan = :plan AND v.task = b.number
      AND v.from_position >= b.from_position AND v.from_position < b.to_position
  )
SELECT
  p.task, p.first_position, p.last_position, p.due_on, p.status, p.completed_on, p.progress
FROM placed AS p
WHERE p.first_position IS NOT NULL
