-- 未完成任务 · Tasks that are not completed
--
-- Counted tasks that are not completed, with who leads them.
--
-- grain:   one row per task
-- key:     task
-- params:  -
-- columns: task text, number text, number_order text, section text, title text, lead_units text,
--          lead_state text, due date, progress integer, gap integer, light text, expected_on date
-- order:   number_order, task
SELECT
  t.task, t.number, t.number_order, t.section, t.title, t.led_by AS lead_units,
  CASE WHEN t.led_by IS NULL THEN 'none' ELSE 'named' END AS lead_state, f.due_on AS due,
  f.progress, f.gap, r.word AS light, t.expected_on
FROM task_fact AS f
JOIN task AS t ON t.task = f.task
LEFT JOIN light_rule AS r ON r.ordinal = f.light
WHERE f.counted = 1 AND f.completed = 0
