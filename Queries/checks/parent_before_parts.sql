-- 上级任务先于分解任务办结 · Parent completed before its parts
--
-- Tasks in force that are not completed, though the task that they are part of is.
--
-- grain:    one row per finding
-- key:      task, unit, detail
-- params:   -
-- columns:  task text, unit text, detail text
-- order:    task, unit, detail
-- severity: warn
SELECT f.task, '' AS unit, t.title || ' < ' || p.title AS detail
FROM task AS t
JOIN task_fact AS f ON f.task = t.task
JOIN task_fact AS c ON c.task = t.parent
JOIN task AS p ON p.task = t.parent
WHERE f.counted = 1 AND f.completed = 0 AND c.completed = 1
