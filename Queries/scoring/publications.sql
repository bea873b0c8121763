-- News items against the quota 信息刊发
--
-- Published and verified items of the unit over its quota, for units that have one; `missing` and
-- `beyond` the quota, `reported` by the unit. One title counts once. The single items are the lines of
-- `quota` and `published_items`.
--
-- grain:   one row per unit that has a quota
-- key:     unit
-- params:  -
-- columns: unit text, task text, title text, occasion text, qty ratio, missing integer,
--          beyond integer, reported integer, source_file text, source_day date, source_line integer,
--          source_place text
-- order:   unit
SELECT
  p.unit, '' AS task, '' AS title, '' AS occasion, p.published AS qty_num, p.quota AS qty_den,
  CASE WHEN p.published < p.quota THEN p.quota - p.published ELSE 0 END AS missing,
  CASE WHEN p.published > p.quota THEN p.published - p.quota ELSE 0 END AS beyond, p.reported,
  CAST(NULL AS text) AS source_file, CAST(NULL AS text) AS source_day,
  CAST(NULL AS bigint) AS source_line,
  CAST(NULL AS text) AS source_place
FROM publication_count AS p
WHERE p.quota > 0
