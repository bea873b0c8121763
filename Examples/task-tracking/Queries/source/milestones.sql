-- Milestones
--
-- 阶段目标: every stage of a task that is not deleted.
--
-- grain:   one row per task and milestone
-- key:     task, milestone
-- params:  -
-- columns: task integer, milestone text, due_on date, completed_on date
-- order:   task, due_on, milestone
SELECT
  t.task_no AS task,
  m.name AS milestone,
  m.plan_date AS due_on,
  m.actual_date AS completed_on
FROM milestone AS m
JOIN task AS t ON t.id = m.task_id AND t.is_deleted = 0
WHERE m.is_deleted = 0
