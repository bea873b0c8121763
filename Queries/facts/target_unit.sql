-- 指标责任单位 · Units that answer for each target
--
-- The unit that the target names, a collective standing for its members; else all units of the task.
-- A unit that has no part in the task answers as a responsible one.
--
-- grain:   one row per target and unit
-- key:     target, unit
-- params:  -
-- columns: target text, unit text, role_code integer
SELECT t.target, u.unit, u.role_code
FROM target AS t
JOIN task_unit AS u ON u.task = t.task
WHERE t.unit IS NULL OR t.unit = ''
UNION ALL
SELECT t.target, x.leaf, coalesce(u.role_code, 3) AS role_code
FROM target AS t
JOIN unit_leaf AS x ON x.unit = t.unit
LEFT JOIN task_unit AS u ON u.task = t.task AND u.unit = x.leaf
