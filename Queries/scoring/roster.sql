-- Units that can be scored 参评单位
--
-- Every unit with the group that it is ranked in. A collective stands for its members, and is here
-- only if none are known.
--
-- grain:   one row per unit
-- key:     unit
-- params:  -
-- columns: unit text, unit_name text, aliases text, ranking_group text,
--          official_order integer, in_office integer
-- order:   official_order, unit
SELECT u.unit, u.unit_name, u.aliases, u.ranking_group, u.official_order, u.in_office
FROM unit AS u
WHERE u.is_group = 0 OR u.unit IN (SELECT x.unit FROM task_unit AS x)
