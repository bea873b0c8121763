-- 无牵头单位 · No lead unit
--
-- Tasks in force that no unit leads. They count in the figures of the plan and stand under no
-- unit.
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
WHERE f.in_force = 1
  AND NOT EXISTS (SELECT 1 FROM task_unit AS u WHERE u.task = f.task AND u.role_code = 1)
