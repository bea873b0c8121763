-- 状态倒退 · Status gone back
--
-- From accepted (已销号) to less, from completed to less, from under way to not started; of the task
-- (`unit` is empty) and of units' own lines. Suspended and ongoing are under way. Cancelling or
-- transferring a task is no step back unless it had been completed.
-- Tasks without a number (their keys begin with ~) are compared with nothing.
--
-- grain:   one row per task and unit
-- key:     task, unit
-- params:  -
-- columns: task text, unit text, number text, number_order text, title text, lead_units text,
--          unit_name text, prior_status text, status text, prior_completed_on date,
--          completed_on date
-- order:   number_order, task, unit
WITH
  -- How far a task is by its status, seen from each moment.
  step (status, prior_step, step) AS (
    VALUES
      ('not_started', 1, 1), ('in_progress', 2, 2), ('suspended', 2, 2), ('ongoing', 2, 2),
      ('completed', 3, 3), ('accepted', 4, 4), ('cancelled', 0, 2), ('transferred', 0, 2)
  ),
  line AS (
    SELECT
      t.task, '' AS unit, p.status AS prior_status, t.status,
      p.completed_on AS prior_completed_on, t.completed_on
    FROM task AS t
    JOIN prior_task AS p ON p.task = t.task
    UNION ALL
    SELECT
      a.task, a.unit, p.status AS prior_status, a.status, p.completed_on AS prior_completed_on,
      a.completed_on
    FROM assignment AS a
    JOIN prior_assignment AS p ON p.task = a.task AND p.unit = a.unit
  )
SELECT
  l.task, l.unit, t.number, t.number_order, t.title, t.led_by AS lead_units, u.unit_name,
  l.prior_status,
  l.status,
  l.prior_completed_on, l.completed_on
FROM line AS l
JOIN step AS b ON b.status = l.prior_status
JOIN step AS n ON n.status = l.status
JOIN task AS t ON t.task = l.task
LEFT JOIN unit AS u ON u.unit = l.unit
WHERE n.step < b.prior_step AND substr(l.task, 1, 1) <> '~'
