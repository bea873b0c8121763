-- 未销号的问题 · Problems that are not struck off
--
-- Problems found by the cut-off and not struck off: `overdue` first, then `open` (整改中), then
-- `done` (待销号). `state_problems` counts those of the state, `total` all of them. `settle_by`
-- is the problem's own time limit where that is after the day of issue, else the plan's; empty
-- for those done.
--
-- grain:   one row per problem
-- key:     id
-- params:  :as_of date
-- columns: ordinal integer, id text, state text, task text, number text, unit text,
--          unit_name text, short_name text, problem text, due_on date, days integer,
--          settle_by date, state_problems integer, total integer
-- order:   ordinal, id
WITH
  judged AS (
    SELECT
      r.rectification, r.task, r.unit, r.problem, r.due_on,
      CASE
        WHEN r.completed_on <= :as_of THEN 'done'
        WHEN r.due_on < :as_of THEN 'overdue'
        ELSE 'open'
      END AS state
    FROM rectification AS r
    WHERE r.found_on <= :as_of AND (r.accepted_on IS NULL OR r.accepted_on > :as_of)
  ),
  ranked AS (
    SELECT
      j.rectification, j.task, j.unit, j.problem, j.due_on, j.state,
      CASE j.state WHEN 'overdue' THEN 1 WHEN 'open' THEN 2 ELSE 3 END AS rank
    FROM judged AS j
  )
SELECT
  row_number() OVER (
    ORDER BY r.rank, r.due_on NULLS LAST, u.official_order NULLS LAST, r.rectification) AS ordinal,
  r.rectification AS id, r.state, r.task, t.number, r.unit, u.unit_name,
  coalesce(s.name, u.unit_name) AS short_name, r.problem, r.due_on,
  CASE WHEN r.state = 'overdue' THEN n.day_number - d.day_number END AS days,
  CASE
    WHEN r.state = 'done' THEN NULL
    WHEN r.due_on > p.issued_on THEN r.due_on
    ELSE p.settle_by
  END AS settle_by,
  count(*) OVER (PARTITION BY r.state) AS state_problems, count(*) OVER () AS total
FROM ranked AS r
CROSS JOIN paper_day AS p
JOIN day AS n ON n.day = :as_of
LEFT JOIN day AS d ON d.day = r.due_on
LEFT JOIN unit AS u ON u.unit = r.unit
LEFT JOIN short_name AS s ON s.unit = r.unit
LEFT JOIN task AS t ON t.task = r.task
