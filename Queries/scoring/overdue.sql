-- Overdue items 逾期事项
--
-- Items due before the cut-off and not completed, and with the moment that closes the plan those due
-- on that day as well, of no day (到期未办结); with calendar and working days since then, and
-- calendar days by the original due date.
--
-- grain:   one row per unit, task and milestone, those of the unit apart from the task's
-- key:     unit, task, occasion, own_milestone
-- params:  :closing integer
-- columns: unit text, role_code integer, task text, title text, occasion text,
--          own_milestone integer, qty ratio, due date, done_on date,
--          days integer, workdays integer, original_days integer,
--          source_file text, source_day date, source_line integer, source_place text
-- order:   unit, due, task, occasion, own_milestone
SELECT
  i.unit, i.role_code, i.task, t.title, i.milestone AS occasion, i.own_milestone, 1 AS qty_num,
  1 AS qty_den, i.due, i.done_on,
  coalesce(i.days, 0) AS days, coalesce(i.workdays, CASE WHEN i.overdue = 0 THEN 0 END) AS workdays,
  i.original_days,
  i.source_file, i.source_day, i.source_line, i.source_place
FROM unit_item AS i
LEFT JOIN task AS t ON t.task = i.task
WHERE i.overdue = 1 OR :closing = 1 AND i.is_due = 1 AND i.done = 0
