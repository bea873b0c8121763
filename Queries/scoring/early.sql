-- Items completed before their due date 提前完成事项
--
-- With the calendar days between completion and due date; an item done on the very day is not here.
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
  1 AS qty_den, i.due, i.done_on, d.day_number - f.day_number AS days,
  i.source_file, i.source_day, i.source_line, i.source_place
FROM unit_item AS i
LEFT JOIN task AS t ON t.task = i.task
JOIN day AS d ON d.day = i.due
JOIN day AS f ON f.day = i.done_on
WHERE i.done_on < i.due
