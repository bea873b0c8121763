-- 节点变动 · Milestones moved, new and gone
--
-- Stages (阶段目标) of tasks that are there at both moments. kind: moved, new, gone, or reopened
-- where the date stayed and a completion was taken back. Days moved are calendar days, negative
-- if the date is earlier now. `unit` is empty where the milestone is the whole task's.
-- Tasks without a number (their keys begin with ~) are compared with nothing.
--
-- grain:   one row per task, milestone and unit
-- key:     task, milestone, unit
-- params:  -
-- columns: task text, milestone text, unit text, number text, number_order text, title text,
--          unit_name text, kind text, prior_due date, due date, days integer,
--          prior_completed_on date, completed_on date
-- order:   number_order, task, milestone, unit
WITH
  paired AS (
    SELECT
      n.task, n.milestone, n.unit, p.due_on AS prior_due, n.due_on AS due,
      p.completed_on AS prior_completed_on, n.completed_on,
      CASE
        WHEN p.task IS NULL THEN 'new'
        WHEN n.due_on <> p.due_on THEN 'moved'
        WHEN p.completed_on IS NOT NULL AND n.completed_on IS NULL THEN 'reopened'
        ELSE ''
      END AS kind
    FROM milestone AS n
    JOIN prior_task AS t ON t.task = n.task
    LEFT JOIN prior_milestone AS p
      ON p.task = n.task AND p.milestone = n.milestone AND p.unit = n.unit
    UNION ALL
    SELECT
      p.task, p.milestone, p.unit, p.due_on AS prior_due, NULL AS due,
      p.completed_on AS prior_completed_on, NULL AS completed_on, 'gone' AS kind
    FROM prior_milestone AS p
    JOIN task AS t ON t.task = p.task
    LEFT JOIN milestone AS n
      ON n.task = p.task AND n.milestone = p.milestone AND n.unit = p.unit
    WHERE n.task IS NULL
  )
SELECT
  c.task, c.milestone, c.unit, t.number, t.number_order, t.title, coalesce(u.unit_name,
  o.unit_name) AS unit_name,
  c.kind, c.prior_due, c.due, e.day_number - b.day_number AS days, c.prior_completed_on,
  c.completed_on
FROM paired AS c
JOIN task AS t ON t.task = c.task
LEFT JOIN unit AS u ON u.unit = c.unit
LEFT JOIN prior_unit AS o ON o.unit = c.unit
LEFT JOIN day AS b ON b.day = c.prior_due
LEFT JOIN day AS e ON e.day = c.due
WHERE c.kind <> '' AND substr(c.task, 1, 1) <> '~'
