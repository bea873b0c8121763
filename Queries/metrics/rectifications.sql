-- Problems found, and what became of them
--
-- Those found by the cut-off. Overdue: due before it and not put right. Struck off (销号): accepted
-- by the office by then.
--
-- grain:   one row per problem
-- key:     rectification
-- params:  :as_of date
-- columns: rectification text, task text, unit text, unit_name text, official_order integer,
--          found_by text, problem text, measure text, owner text, found_on date, due_on date,
--          completed_on date, accepted_on date, completed integer, struck_off integer,
--          overdue integer, days integer
-- order:   official_order, rectification
SELECT
  r.rectification, r.task, r.unit, u.unit_name, u.official_order, r.found_by, r.problem,
  r.measure, r.owner, r.found_on, r.due_on, r.completed_on, r.accepted_on,
  CASE WHEN r.completed_on <= :as_of THEN 1 ELSE 0 END AS completed,
  CASE WHEN r.accepted_on <= :as_of THEN 1 ELSE 0 END AS struck_off,
  CASE
    WHEN r.due_on < :as_of AND (r.completed_on IS NULL OR r.completed_on > :as_of) THEN 1
    ELSE 0
  END AS overdue,
  CASE
    WHEN r.due_on < :as_of AND (r.completed_on IS NULL OR r.completed_on > :as_of)
      THEN n.day_number - d.day_number
  END AS days
FROM rectification AS r
JOIN unit AS u ON u.unit = r.unit
JOIN day AS n ON n.day = :as_of
LEFT JOIN day AS d ON d.day = r.due_on
WHERE r.found_on <= :as_of
