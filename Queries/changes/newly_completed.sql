-- 新完成任务 · Tasks completed
--
-- Completed at the later moment and not at the earlier one. Late: after the effective due date.
-- Tasks without a number (their keys begin with ~) are compared with nothing.
--
-- grain:   one row per task
-- key:     task
-- params:  -
-- columns: task text, number text, number_order text, section text, title text, lead_units text,
--          due date, completed_on date, accepted_on date, late integer
-- order:   number_order, task
SELECT
  t.task, t.number, t.number_order, t.section, t.title, t.led_by AS lead_units, s.due,
  s.done_on AS completed_on,
  CASE WHEN s.accepted = 1 THEN t.accepted_on END AS accepted_on,
  CASE WHEN s.done_on > s.due THEN 1 ELSE 0 END AS late
FROM standing AS s
JOIN task AS t ON t.task = s.task
LEFT JOIN prior_standing AS p ON p.task = s.task
WHERE s.completed = 1 AND coalesce(p.completed, 0) = 0 AND substr(t.task, 1, 1) <> '~'
