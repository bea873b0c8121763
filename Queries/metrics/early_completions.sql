-- 提前完成任务 · Tasks completed early
--
-- Tasks completed at least 90 days before their due date.
--
-- grain:   one row per task
-- key:     task
-- params:  -
-- columns: ordinal integer, task text, number text, number_order text, title text,
--          lead_units text, completed_on date, due date, early_days integer
-- order:   ordinal, task
SELECT
  row_number() OVER (ORDER BY f.number_order, f.task) AS ordinal, f.task, t.number, f.number_order, t.title, t.led_by AS lead_units, f.done_on AS completed_on,
  f.due_on AS due, e.day_number - c.day_number AS early_days
FROM task_fact AS f
JOIN task AS t ON t.task = f.task
JOIN day AS c ON c.day = f.done_on
JOIN day AS e ON e.day = f.due_on
WHERE f.completed = 1 AND e.day_number - c.day_number >= 90
