-- 到期事项全部办结的单位 · Units that settled all that was due
--
-- Lead units with at least three due items, all done; left out are those whose report of the
-- period is missing, and those with an overdue problem. `candidates` counts the lead units
-- with three or more due items; `all_on_time` is 1 where none was late.
--
-- grain:   one row per unit
-- key:     unit
-- params:  :as_of date
-- columns: ordinal integer, unit text, unit_name text, short_name text, due integer,
--          on_time integer, all_on_time integer, candidates integer
-- order:   ordinal, unit
WITH
  charged AS (
    SELECT s.unit, s.due, s.due_completed, s.on_time, count(*) OVER () AS candidates
    FROM lead_sum AS s
    WHERE s.due >= 3
  )
SELECT
  row_number() OVER (ORDER BY c.due DESC, u.official_order, c.unit) AS ordinal, c.unit, u.unit_name,
  coalesce(n.name, u.unit_name) AS short_name, c.due, c.on_time,
  CASE WHEN c.on_time = c.due THEN 1 ELSE 0 END AS all_on_time, c.candidates
FROM charged AS c
JOIN unit AS u ON u.unit = c.unit
LEFT JOIN short_name AS n ON n.unit = c.unit
WHERE c.due_completed = c.due
  AND c.unit NOT IN (
    SELECT o.unit
    FROM submission_owed AS o
    WHERE o.state = 'missing' AND o.ordinal = (SELECT max(x.ordinal) FROM submission_owed AS x))
  AND c.unit NOT IN (
    SELECT r.unit
    FROM rectification AS r
    WHERE r.unit IS NOT NULL AND r.found_on <= :as_of AND r.due_on < :as_of
      AND (r.completed_on IS NULL OR r.completed_on > :as_of)
      AND (r.accepted_on IS NULL OR r.accepted_on > :as_of))
