-- Departments
--
-- The register of units 单位名录: every department that is not deleted, its full and its short name.
--
-- grain:   one row per department
-- key:     unit
-- params:  -
-- columns: unit text, name text, aliases text, kind text, group text, order integer
-- order:   order, unit
SELECT
  d.code AS unit,
  d.name,
  d.short_name AS aliases,
  CASE d.category WHEN 1 THEN '部门' WHEN 2 THEN '县区' WHEN 3 THEN '园区' END AS kind,
  CASE d.category WHEN 1 THEN '市直部门' ELSE '县区园区' END AS "group",
  d.sort_no AS "order"
FROM department AS d
WHERE d.is_deleted = 0
