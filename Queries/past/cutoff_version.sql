-- 各截止日的台账内容 · What the ledger said at each cut-off
--
-- The version of each task that the last known snapshot up to a cut-off shows. Cut-offs on which the
-- ledger is the same snapshot are one, the first of them; `place` counts them in order.
--
-- grain:   one row per task and cut-off reached
-- key:     task, place
-- params:  :as_of date
-- columns: task text, place integer, cutoff date, progress integer, status text
WITH
  reached AS (
    SELECT
      c.cutoff,
      (SELECT max(k.position) FROM known_snapshot AS k WHERE k.day <= c.cutoff) AS position
    FROM calendar AS c
    WHERE c.cutoff <= :as_of
  ),
  placed AS (
    SELECT
      r.position, min(r.cutoff) AS cutoff, row_number() OVER (ORDER BY r.position) AS place
    FROM reached AS r
    WHERE r.position IS NOT NULL
    GROUP BY r.position
  )
SELECT v.task, p.place, p.cutoff, v.progress, v.status
FROM placed AS p
JOIN seen_version AS v ON v.first_position <= p.position AND p.position <= v.last_position
