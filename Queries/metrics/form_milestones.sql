-- 填报节点 · Milestones that each unit reports on
--
-- The open milestones of tasks in force: those of the unit, and those of no unit of the tasks that it
-- leads. `form_key` is what a returned form is read by.
--
-- grain:   one row per unit, task, milestone and the milestone's unit
-- key:     unit, form_key
-- params:  -
-- columns: unit text, form_key text, task text, number text, number_order text, title text,
--          milestone text, due_on date, completed_on date
-- order:   unit, number_order, due_on, form_key
WITH
  open AS (
    SELECT m.task, m.milestone, m.unit, m.due_on, m.completed_on
    FROM milestone AS m
    JOIN standing AS s ON s.task = m.task AND s.in_force = 1 AND s.completed = 0
    WHERE m.completed_on IS NULL
  ),
  borne AS (
    SELECT o.unit AS bearer, o.task, o.milestone, o.unit, o.due_on, o.completed_on
    FROM open AS o
    WHERE o.unit <> ''
    UNION ALL
    SELECT u.unit AS bearer, o.task, o.milestone, o.unit, o.due_on, o.completed_on
    FROM open AS o
    JOIN task_unit AS u ON u.task = o.task AND u.role_code = 1
    WHERE o.unit = ''
  )
SELECT
  b.bearer AS unit, 'milestones|' || b.task || '|' || b.milestone || '|' || b.unit AS form_key,
  b.task, t.number, t.number_order, t.title, b.milestone, b.due_on, b.completed_on
FROM borne AS b
JOIN task AS t ON t.task = b.task
