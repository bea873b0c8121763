-- 状态调整 · Tasks set aside or taken up again
--
-- Tasks that became cancelled, transferred, suspended or ongoing (长期坚持), or another of these, and
-- those that came back (`resumed`); of the task (`unit` is empty) and of units' own lines. Nothing else
-- says that such a task leaves what is counted: it is neither completed nor gone. `past_due` is 1
-- where the due date is over and the task was not completed: it was, or would be, overdue. Tasks
-- without a number (their keys begin with ~) are compared with nothing.
--
-- grain:   one row per task and unit
-- key:     task, unit
-- params:  :as_of date
-- columns: task text, unit text, number text, number_order text, title text, lead_units text,
--          unit_name text, kind text, prior_status text, status text, due date, past_due integer,
--          change_basis text
-- order:   number_order, task, unit
WITH
  line AS (
    SELECT
      t.task, '' AS unit, p.status AS prior_status, t.status, p.completed_on AS prior_completed_on
    FROM task AS t
    JOIN prior_task AS p ON p.task = t.task
    UNION ALL
    SELECT a.task, a.unit, p.status AS prior_status, a.status, p.completed_on AS prior_completed_on
    FROM assignment AS a
    JOIN prior_assignment AS p ON p.task = a.task AND p.unit = a.unit
  ),
  -- The word by which each is set aside, if it is.
  weighed AS (
    SELECT
      l.task, l.unit, l.prior_status, l.status, l.prior_completed_on,
      CASE
        WHEN l.prior_status IN ('cancelled', 'transferred', 'suspended', 'ongoing')
          THEN l.prior_status
        ELSE ''
      END AS prior_aside,
      CASE
        WHEN l.status IN ('cancelled', 'transferred', 'suspended', 'ongoing') THEN l.status
        ELSE ''
      END AS aside
    FROM line AS l
  )
SELECT
  l.task, l.unit, t.number, t.number_order, t.title, t.led_by AS lead_units, u.unit_name,
  CASE WHEN l.aside = '' THEN 'resumed' ELSE l.aside END AS kind, l.prior_status, l.status, d.due,
  CASE WHEN d.due < :as_of AND l.prior_completed_on IS NULL THEN 1 ELSE 0 END AS past_due,
  t.change_basis
FROM weighed AS l
JOIN task AS t ON t.task = l.task
LEFT JOIN due AS d ON d.task = l.task
LEFT JOIN unit AS u ON u.unit = l.unit
WHERE l.prior_aside <> l.aside AND substr(l.task, 1, 1) <> '~'
