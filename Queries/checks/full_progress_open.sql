-- 进度满而未办结 · Full progress, not completed
--
-- Counted tasks that report 100 % and are not completed.
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
WHERE f.counted = 1 AND f.completed = 0 AND t.progress = 1000000
