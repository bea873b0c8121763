-- Late completions 迟办事项
--
-- Items completed after their due date, with the calendar days between.
--
-- grain:   one row per unit, task and milestone, those of the unit apart from the task's
-- key:     unit, task, occasion, own_milestone
-- params:  -
-- columns: unit text, role_code integer, task text, title text, occasion text,
--          own_milestone integer, qty ratio, due date, done_on date,
--          days integer,
--          source_file text, source_day date, source_line integer, source_place text
-- order:   unit, due, task, occasion, own_milestone
SELECT
  i.unit, i.role_code, i.task, t.title, i.milestone AS occasion, i.own_milestone, 1 AS qty_num,
  1 AS qty_den, i.due, i.done_on, i.late_days AS days,
  i.source_file, i.source_day, i.source_line, i.source_place
FROM unit_item AS i
LEFT JOIN task AS t ON t.task = i.task
WHERE i.late = 1
