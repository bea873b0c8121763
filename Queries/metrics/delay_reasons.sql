-- 滞后原因性质 · Reasons of delay, by kind
--
-- Tasks that have an overdue item or are behind schedule, by the kind of reason that the ledger
-- gives (主观, 客观); empty where it gives none. `behind` leaves out those that are overdue: the two
-- add up to `tasks`. `explained` have a reason in words.
--
-- grain:   one row per kind of reason
-- key:     reason_kind
-- params:  -
-- columns: reason_kind text, tasks integer, overdue integer, behind integer, explained integer,
--          ordinal integer
-- order:   ordinal, reason_kind
WITH
  slow AS (
    SELECT
      coalesce(t.reason_kind, '') AS reason_kind,
      CASE WHEN f.unfinished > 0 THEN 1 ELSE 0 END AS overdue,
      CASE WHEN t.delay_reason IS NULL THEN 0 ELSE 1 END AS explained
    FROM task_fact AS f
    JOIN task AS t ON t.task = f.task
    WHERE f.unfinished > 0 OR f.behind = 1
  )
SELECT
  s.reason_kind, count(*) AS tasks, sum(s.overdue) AS overdue, sum(1 - s.overdue) AS behind,
  sum(s.explained) AS explained,
  CASE s.reason_kind WHEN 'subjective' THEN 1 WHEN 'objective' THEN 2 ELSE 3 END AS ordinal
FROM slow AS s
GROUP BY s.reason_kind
