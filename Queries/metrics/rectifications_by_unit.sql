-- 整改情况按单位 · Rectification by unit
--
-- Of the problems found by the cut-off those completed (put right) and open, which add up to those
-- found; of the completed those closed (销号), of the open those overdue.
--
-- grain:   one row per unit
-- key:     unit
-- params:  :as_of date
-- columns: unit text, unit_name text, ranking_group text, official_order integer, found integer,
--          completed integer, closed integer, open integer, overdue integer
-- order:   official_order, unit
WITH
  judged AS (
    SELECT
      r.unit,
      CASE WHEN r.accepted_on <= :as_of THEN 1 ELSE 0 END AS closed,
      CASE WHEN r.completed_on <= :as_of OR r.accepted_on <= :as_of THEN 1 ELSE 0 END
        AS completed,
      CASE WHEN r.due_on < :as_of THEN 1 ELSE 0 END AS is_past
    FROM rectification AS r
    WHERE coalesce(r.found_on, :as_of) <= :as_of
  )
SELECT
  j.unit, u.unit_name, u.ranking_group, u.official_order, count(*) AS found,
  sum(j.completed) AS completed, sum(j.closed) AS closed, sum(1 - j.completed) AS open,
  sum((1 - j.completed) * j.is_past) AS overdue
FROM judged AS j
JOIN unit AS u ON u.unit = j.unit
GROUP BY j.unit, u.unit_name, u.ranking_group, u.official_order
