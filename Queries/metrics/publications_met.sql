-- 完成信息刊发任务的单位 · Units that met their quota of news items
--
-- Of the units that owe news items (`owed`), those that published as many (`met` counts them).
--
-- grain:   one row per unit that met its quota
-- key:     unit
-- params:  -
-- columns: unit text, unit_name text, short_name text, official_order integer, quota integer,
--          published integer, met integer, owed integer
-- order:   official_order, unit
WITH
  owing AS (
    SELECT
      p.unit, p.quota, p.published, count(*) OVER () AS owed,
      sum(CASE WHEN p.published >= p.quota THEN 1 ELSE 0 END) OVER () AS met
    FROM publication_count AS p
    WHERE p.quota > 0
  )
SELECT
  o.unit, u.unit_name, coalesce(n.name, u.unit_name) AS short_name, u.official_order, o.quota,
  o.published, o.met, o.owed
FROM owing AS o
JOIN unit AS u ON u.unit = o.unit
LEFT JOIN short_name AS n ON n.unit = o.unit
WHERE o.published >= o.quota
