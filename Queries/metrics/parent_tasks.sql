-- 上级任务及其分解 · Parent tasks and their parts
--
-- Each task that others name as theirs (上级任务), with the tasks below it, those below these among
-- them: how many are in force, and of these completed, accepted, overdue and behind; the latest due
-- date of those in force. Parent and parts are tasks of their own in every other figure.
--
-- grain:   one row per parent task
-- key:     task
-- params:  -
-- columns: task text, number text, number_order text, title text, lead_units text, status text,
--          due date, progress integer, light text, parts integer, in_force integer,
--          completed integer, accepted integer, overdue integer, behind integer, last_due date
-- order:   number_order, task
WITH RECURSIVE
  below (parent, task) AS (
    SELECT t.parent, t.task FROM task AS t WHERE t.parent IS NOT NULL
    UNION
    -- Upwards, since a task is found by its key and its parts are not. CROSS JOIN keeps the order.
    SELECT t.parent, b.task
    FROM below AS b
    CROSS JOIN task AS t
    WHERE t.task = b.parent AND t.parent IS NOT NULL
  ),
  counted AS (
    SELECT
      b.parent, count(*) AS parts, sum(f.counted) AS in_force, sum(f.completed) AS completed,
      sum(f.accepted) AS accepted, sum(CASE WHEN f.overdue > 0 THEN 1 ELSE 0 END) AS overdue,
      sum(f.behind) AS behind, max(CASE WHEN f.counted = 1 THEN f.due_on END) AS last_due
    FROM below AS b
    JOIN task_fact AS f ON f.task = b.task
    GROUP BY b.parent
  )
SELECT
  t.task, t.number, t.number_order, t.title, t.led_by AS lead_units,
  t.status, f.due_on AS due, f.progress, r.word AS light, c.parts, c.in_force, c.completed,
  c.accepted, c.overdue, c.behind, c.last_due
FROM counted AS c
JOIN task AS t ON t.task = c.parent
JOIN task_fact AS f ON f.task = t.task
LEFT JOIN light_rule AS r ON r.ordinal = f.light
