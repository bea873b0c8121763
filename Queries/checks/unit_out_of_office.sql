-- 单位已停用 · Unit out of office
--
-- A unit takes part in a task in force, though its dates do not hold the cut-off.
--
-- grain:    one row per finding
-- key:      task, unit, detail
-- params:   -
-- columns:  task text, unit text, detail text
-- order:    task, unit, detail
-- severity: warn
SELECT p.task, p.unit, u.unit_name AS detail
FROM part_fact AS p
JOIN unit AS u ON u.unit = p.unit
WHERE u.in_office = 0 AND p.counted = 1 AND p.completed = 0
