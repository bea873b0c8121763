-- 进度未填报 · Progress not filled in
--
-- Counted tasks without progress. They are left out of the schedule figures and never count as 0.
--
-- grain:    one row per finding
-- key:      task, unit, detail
-- params:   -
-- columns:  task text, unit text, detail text
-- order:    task, unit, detail
-- severity: warn
SELECT f.task, '' AS unit, t.title AS detail
FROM task_fact AS f
JOIN task AS t ON t.task = f.task
WHERE f.not_filled = 1
