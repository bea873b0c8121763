-- 时限变动无延期审批 · Due date moved without an extension
--
-- The listed due date is later than the original one, no extension counts and no basis for a
-- change is given (变更依据).
--
-- grain:    one row per finding
-- key:      task, unit, detail
-- params:   -
-- columns:  task text, unit text, detail text
-- order:    task, unit, detail
-- severity: warn
SELECT d.task, '' AS unit, d.original_due || ' → ' || t.due_on AS detail
FROM due AS d
JOIN task AS t ON t.task = d.task
WHERE d.extended = 0 AND t.due_on > d.original_due AND t.change_basis IS NULL
