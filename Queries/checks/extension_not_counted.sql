-- 延期未生效 · Extension that does not count
--
-- Applied for after the due date in force, or not approved by the cut-off.
--
-- grain:    one row per finding
-- key:      task, unit, detail
-- params:   -
-- columns:  task text, unit text, detail text
-- order:    task, unit, detail
-- severity: warn
SELECT e.task, '' AS unit, '申请 ' || e.requested_on || '，拟延至 ' || e.new_due_on AS detail
FROM extension AS e
JOIN due AS d ON d.task = e.task
WHERE d.refused > 0 AND d.due <> e.new_due_on
