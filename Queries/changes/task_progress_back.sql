-- 任务进度下调 · Tasks whose progress was lowered
--
-- Tasks in force and not completed whose progress is less than it was; those whose progress is
-- not filled in any more stand under 未填报.
--
-- grain:   one row per task
-- key:     task
-- params:  -
-- columns: task text, number text, number_order text, title text, lead_units text,
--          prior_progress integer, progress integer
-- order:   number_order, task
SELECT
  p.task, p.number, p.number_order, p.title, p.lead_units, p.prior_progress, p.progress
FROM progress_back AS p
JOIN task_fact AS f ON f.task = p.task
WHERE p.unit = '' AND p.progress IS NOT NULL AND f.in_force = 1 AND f.completed = 0
