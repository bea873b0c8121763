-- 已从台账删去的任务 · Tasks that were in the ledger before
--
-- The last version of each task that an earlier ledger of the plan held and this one does not; of
-- the ledgers that were known. One that has another number now is not gone; one whose number is
-- another's now stands under it with 原 before it. Of tasks without a number it cannot be said.
--
-- grain:   one row per task gone
-- key:     task
-- params:  :ledger text, :plan text
-- columns: task text, title text, status text, last_position integer
WITH
  past AS (
    SELECT
      coalesce(n.task, v.task) AS task, v.title, v.status, v.to_position,
      row_number() OVER (
        PARTITION BY coalesce(n.task, v.task) ORDER BY v.to_position DESC) AS place
    FROM task_version AS v
    JOIN held AS h ON h.register = 'ledger'
    LEFT JOIN past_number AS n
      ON n.number = v.task AND n.from_position <= v.from_position
      AND v.from_position < n.to_position
    WHERE v.ledger = :ledger AND v.plan = :plan AND v.to_position <= h.position
      AND (v.from_position NOT IN (SELECT l.position FROM late AS l)
        OR EXISTS (
          SELECT 1
          FROM known AS k
          WHERE k.register = 'ledger' AND k.position >= v.from_position
            AND k.position < v.to_position))
  )
SELECT p.task, p.title, p.status, p.to_position AS last_position
FROM past AS p
WHERE p.place = 1 AND substr(p.task, 1, 1) <> '~' AND p.task NOT IN (SELECT t.task FROM task AS t)
