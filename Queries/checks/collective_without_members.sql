-- 集体单位成员不明 · Collective without known members
--
-- A collective that takes part in tasks and whose members the register does not name stands for
-- itself.
--
-- grain:    one row per finding
-- key:      task, unit, detail
-- params:   -
-- columns:  task text, unit text, detail text
-- order:    task, unit, detail
-- severity: warn
SELECT '' AS task, u.unit, u.unit_name AS detail
FROM unit AS u
WHERE u.is_group = 1 AND u.unit IN (SELECT p.unit FROM part_fact AS p)
