-- 未达序时原因性质 · Reasons of tasks below schedule
--
-- Open tasks below schedule by the kind of reason that the ledger gives (客观, 主观; empty where
-- none): they add up to `total`. No rows where no task gives any.
--
-- grain:   one row per kind of reason
-- key:     reason_kind
-- params:  -
-- columns: ordinal integer, reason_kind text, tasks integer, total integer
-- order:   ordinal, reason_kind
WITH
  slow AS (
    SELECT coalesce(t.reason_kind, '') AS reason_kind, count(t.reason_kind) OVER () AS said
    FROM task_fact AS f
    JOIN task AS t ON t.task = f.task
    WHERE f.counted = 1 AND f.completed = 0 AND f.gap < 0
  )
SELECT
  CASE s.reason_kind WHEN 'objective' THEN 1 WHEN 'subjective' THEN 2 ELSE 3 END AS ordinal,
  s.reason_kind, count(*) AS tasks, sum(count(*)) OVER () AS total
FROM slow AS s
WHERE s.said > 0
GROUP BY s.reason_kind
