-- Timeliness 按期完成率
--
-- Of the items (milestones, else the due date) due by the cut-off, those completed by their
-- effective due date: 1 of 1, or 0 of 1. An approved extension asked for in time counts in full.
--
-- grain:   one row per unit, task and milestone, those of the unit apart from the task's
-- key:     unit, task, occasion, own_milestone
-- params:  -
-- columns: unit text, role_code integer, task text, title text, occasion text,
--          own_milestone integer, qty ratio, due date, done_on date,
--          source_file text, source_day date, source_line integer, source_place text
-- order:   unit, due, task, occasion, own_milestone
SELECT
  i.unit, i.role_code, i.task, t.title, i.milestone AS occasion, i.own_milestone, i.on_time AS qty_num,
  1 AS qty_den, i.due, i.done_on,
  i.source_file, i.source_day, i.source_line, i.source_place
FROM unit_item AS i
LEFT JOIN task AS t ON t.task = i.task
WHERE i.is_due = 1
