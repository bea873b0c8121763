-- News items by unit
--
-- Reported and verified-published items against the quota; `missing` is what the quota lacks.
--
-- grain:   one row per unit that has a quota or reported an item
-- key:     unit
-- params:  -
-- columns: unit text, unit_name text, ranking_group text, official_order integer, basis text,
--          quota integer, reported integer, published integer, missing integer
-- order:   official_order, unit
SELECT
  p.unit, u.unit_name, u.ranking_group, u.official_order, p.basis, p.quota, p.reported,
  p.published, CASE WHEN p.published < p.quota THEN p.quota - p.published ELSE 0 END AS missing
FROM publication_count AS p
JOIN unit AS u ON u.unit = p.unit
