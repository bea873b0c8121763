-- 各单位信息刊发 · News items by unit
--
-- Reported and verified-published items against the quota; `missing` is what the quota lacks. `owed`
-- is 1 for a unit that has a quota, `met` for one that reached it.
--
-- grain:   one row per unit that has a quota or reported an item
-- key:     unit
-- params:  -
-- columns: unit text, unit_name text, ranking_group text, official_order integer, basis text,
--          quota integer, reported integer, published integer, missing integer,
--          owed integer, met integer
-- order:   official_order, unit
SELECT
  p.unit, u.unit_name, u.ranking_group, u.official_order, p.basis, p.quota, p.reported,
  p.published, CASE WHEN p.published < p.quota THEN p.quota - p.published ELSE 0 END AS missing,
  CASE WHEN p.quota > 0 THEN 1 ELSE 0 END AS owed,
  CASE WHEN p.quota > 0 AND p.published >= p.quota THEN 1 ELSE 0 END AS met
FROM publication_count AS p
JOIN unit AS u ON u.unit = p.unit
