-- 新增任务 · New tasks
--
-- In the ledger at the later moment and not at the earlier one.
-- Tasks without a number (their keys begin with ~) are compared with nothing.
--
-- grain:   one row per task
-- key:     task
-- params:  -
-- columns: task text, number text, number_order text, section text, title text, lead_units text,
--          due date, status text, progress integer, change_basis text
-- order:   number_order, task
SELECT
  t.task, t.number, t.number_order, t.section, t.title, t.led_by AS lead_units, d.due, t.status,
  t.progress,
  t.change_basis
FROM task AS t
JOIN due AS d ON d.task = t.task
WHERE substr(t.task, 1, 1) <> '~' AND t.task NOT IN (SELECT p.task FROM prior_task AS p)
