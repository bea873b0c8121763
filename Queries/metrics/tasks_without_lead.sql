-- 无牵头单位的任务 · Tasks that nobody leads
--
-- Counted tasks, not completed, without a lead unit, where the plan's lead policy is `named`;
-- under any other policy somebody leads.
--
-- grain:   one row per task
-- key:     task
-- params:  :lead_policy text
-- columns: task text, number text, number_order text, title text, responsible_units text
-- order:   number_order, task
SELECT t.task, t.number, t.number_order, t.title, t.responsible_units
FROM task_fact AS f
JOIN task AS t ON t.task = f.task
WHERE :lead_policy = 'named' AND f.counted = 1 AND f.completed = 0
  AND NOT EXISTS (SELECT 1 FROM task_unit AS u WHERE u.task = f.task AND u.role_code = 1)
