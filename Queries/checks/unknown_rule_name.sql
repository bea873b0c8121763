-- 评分规则所列名称不存在 · Name in the scoring rules that the register does not know
--
-- A ranking group or a unit (by id) that the rules in force name, and the register of units has not:
-- what the rules say of it applies to nobody.
--
-- grain:    one row per finding
-- key:      task, unit, detail
-- params:   -
-- columns:  task text, unit text, detail text
-- order:    task, unit, detail
-- severity: warn
SELECT '' AS task, '' AS unit, r.name AS detail
FROM rule_name AS r
WHERE r.kind = 'group'
  AND r.name NOT IN (SELECT u.ranking_group FROM unit AS u WHERE u.ranking_group IS NOT NULL)
UNION
SELECT '', '', r.name
FROM rule_name AS r
WHERE r.kind = 'unit' AND NOT EXISTS (SELECT 1 FROM unit AS u WHERE u.unit = r.name)
