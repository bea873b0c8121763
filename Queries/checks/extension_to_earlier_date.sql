-- 延期早于原定时限 · Extension to a day that is no later
--
-- The date applied for is not after the task's original due date.
--
-- grain:    one row per finding
-- key:      task, unit, detail
-- params:   -
-- columns:  task text, unit text, detail text
-- order:    task, unit, detail
-- severity: warn
SELECT e.task, '' AS unit, d.original_due || ' → ' || e.new_due_on AS detail
FROM extension AS e
JOIN due AS d ON d.task = e.task
WHERE e.new_due_on <= d.original_due
