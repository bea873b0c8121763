-- 填报单位 · Units that fill in a form
--
-- Who owes a report (the plan says who does), and who has anything open to report on: a task that it
-- leads, a line of its own, a milestone, a target, a problem. `filled_by`, `filled_on`, `filler_phone` and
-- `signed_by` are empty: the unit fills them in.
--
-- grain:   one row per unit
-- key:     unit
-- params:  :debtors text
-- columns: unit text, unit_name text, ranking_group text, official_order integer, form_key text,
--          filled_by text, filled_on date, filler_phone text, signed_by text
-- order:   official_order, unit
WITH
  listed AS (
    SELECT l.unit FROM lead_unit AS l WHERE :debtors = 'lead'
    UNION
    SELECT u.unit FROM unit AS u WHERE :debtors = 'all' AND u.ranking_group IS NOT NULL
    UNION
    SELECT u.unit
    FROM task_unit AS u
    JOIN standing AS s ON s.task = u.task AND s.in_force = 1 AND s.completed = 0
    WHERE u.role_code = 1
    UNION
    SELECT p.unit
    FROM own_part AS p
    JOIN standing AS s ON s.task = p.task AND s.in_force = 1
    WHERE p.own_line = 1 AND p.done_on IS NULL
    UNION
    SELECT m.unit
    FROM milestone AS m
    JOIN standing AS s ON s.task = m.task AND s.in_force = 1 AND s.completed = 0
    WHERE m.unit <> '' AND m.completed_on IS NULL
    UNION
    SELECT t.unit
    FROM target AS t
    JOIN standing AS s ON s.task = t.task AND s.in_force = 1
    WHERE t.same_as IS NULL
    UNION
    SELECT r.unit FROM rectification AS r WHERE r.accepted_on IS NULL
  )
SELECT
  u.unit, u.unit_name, u.ranking_group, u.official_order, 'form|' || u.unit AS form_key,
  CAST(NULL AS text) AS filled_by, CAST(NULL AS text) AS filled_on,
  CAST(NULL AS text) AS filler_phone, CAST(NULL AS text) AS signed_by
FROM listed AS l
JOIN unit AS u ON u.unit = l.unit AND u.in_office = 1 AND u.is_group = 0
