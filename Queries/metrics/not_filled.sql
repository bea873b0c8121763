-- 未填报进度的任务 · Tasks without progress
--
-- Counted tasks that are not completed and of which the ledger gives no progress.
--
-- grain:   one row per task
-- key:     task
-- params:  -
-- columns: task text, number text, number_order text, title text, lead_units text,
--          lead_state text
-- order:   number_order, task
SELECT
  t.task, t.number, t.number_order, t.title, t.led_by AS lead_units,
  CASE WHEN t.led_by IS NULL THEN 'none' ELSE 'named' END AS lead_state
FROM task_fact AS f
JOIN task AS t ON t.task = f.task
WHERE f.not_filled = 1
