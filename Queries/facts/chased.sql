-- What each unit is chased for
--
-- Kinds: `overdue` items that the unit bears (with the moment that closes the plan what was due by
-- its end), `rectification`, overdue problems, and `report`, the one that is missing; then, on other
-- days than a cut-off, what falls due within the working days that the plan says (`remind_by`):
-- `due` items, `rectify` problems and reports to `hand_in`. `behind` and `target` only go with these
-- (`alone` 0): tasks that the unit leads, or has a line of its own in, whose part is below schedule
-- (`bears` is 1 where it bears an overdue item of the task), and targets of its tasks that are not
-- reached, or not measured when they are due. `rank` orders the kinds, `subject` is the milestone, problem, period or target.
--
-- grain:   one row per unit and thing
-- key:     unit, kind, task, subject, own_unit
-- params:  :as_of date, :closing integer
-- columns: unit text, kind text, rank integer, alone integer, task text, subject text, own_unit text,
--          due date, bears integer
WITH
  pending AS (
    SELECT
      i.task, i.milestone, i.unit, i.due,
      CASE WHEN i.overdue = 1 OR (:closing = 1 AND i.is_due = 1) THEN 'overdue' ELSE 'due' END
        AS kind
    FROM item AS i
    CROSS JOIN paper_day AS p
    WHERE i.part = '' AND i.done = 0
      AND (i.overdue = 1 OR (:closing = 1 AND i.is_due = 1) OR i.due <= p.remind_by)
  ),
  borne AS (
    SELECT x.leaf AS unit, o.kind, o.task, o.milestone, o.unit AS own_unit, o.due
    FROM pending AS o
    JOIN unit_leaf AS x ON x.unit = o.unit
    UNION ALL
    SELECT u.unit, o.kind, o.task, o.milestone, o.unit, o.due
    FROM pending AS o
    JOIN task_unit AS u ON u.task = o.task AND u.role_code = 1
    WHERE o.unit = ''
  ),
  late_part AS (
    SELECT DISTINCT b.task, b.unit FROM borne AS b WHERE b.kind = 'overdue'
  )
SELECT
  b.unit, b.kind, CASE WHEN b.kind = 'overdue' THEN 1 ELSE 4 END AS rank, 1 AS alone, b.task, b.milestone AS subject, b.own_unit, b.due, 0 AS bears
FROM borne AS b
UNION ALL
SELECT
  r.unit, CASE WHEN r.due_on < :as_of THEN 'rectification' ELSE 'rectify' END,
  CASE WHEN r.due_on < :as_of THEN 2 ELSE 5 END, 1,
  coalesce(r.task, ''), r.rectification, '', r.due_on, 0
FROM rectification AS r
CROSS JOIN paper_day AS p
WHERE r.unit IS NOT NULL AND r.found_on <= :as_of AND (r.due_on < :as_of OR r.due_on <= p.remind_by)
  AND (r.completed_on IS NULL OR r.completed_on > :as_of)
  AND (r.accepted_on IS NULL OR r.accepted_on > :as_of)
UNION ALL
SELECT o.unit, 'report', 3, 1, '', o.period, '', o.submit_by, 0
FROM submission_owed AS o
WHERE o.state = 'missing' AND o.ordinal = (SELECT max(x.ordinal) FROM submission_owed AS x)
UNION ALL
SELECT d.unit, 'hand_in', 6, 1, '', c.period, '', c.submit_by, 0
FROM debtor AS d
JOIN unit AS u ON u.unit = d.unit
CROSS JOIN paper_day AS p
JOIN calendar AS c
  ON c.submit_by > :as_of AND c.submit_by <= p.remind_by
    AND (u.valid_from IS NULL OR u.valid_from <= c.submit_by)
    AND (u.valid_to IS NULL OR u.valid_to >= c.submit_by)
LEFT JOIN submission AS s ON s.unit = d.unit AND s.period = c.period AND s.submitted_on <= :as_of
WHERE s.unit IS NULL
UNION ALL
SELECT
  f.unit, 'behind', 7, 0, f.task, '', '', f.due_on, CASE WHEN l.task IS NULL THEN 0 ELSE 1 END
FROM part_fact AS f
LEFT JOIN late_part AS l ON l.task = f.task AND l.unit = f.unit
WHERE f.counted = 1 AND f.completed = 0 AND f.gap < 0 AND (f.role_code = 1 OR f.own_line = 1)
UNION ALL
SELECT x.unit, 'target', 8, 0, t.task, t.target, '', f.due, 0
FROM target AS t
JOIN target_fact AS f ON f.target = t.target
JOIN task_fact AS k ON k.task = t.task
JOIN target_unit AS x ON x.target = t.target
WHERE f.repeats = 0 AND f.apart = 0 AND k.in_force = 1 AND (x.role_code = 1 OR t.unit <> '')
  AND (
    f.state IN ('missed', 'not_measured', 'below_schedule')
    OR (f.state = 'not_due' AND f.measured = 1 AND CASE
      WHEN t.comparison = '<=' OR (t.comparison = '=' AND t.kind IN ('zero', 'deadline'))
        THEN t.actual > t.target_value
      ELSE t.actual < t.target_value
    END))
