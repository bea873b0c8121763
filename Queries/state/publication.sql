-- 信息刊发 · News items that units reported
--
-- As they are written; what spellings of one title, level or outlet have in common is in the columns
-- `…_key`.
--
-- grain:   one row per item as reported, equal ones numbered
-- key:     unit, title, submitted_on, published_on, outlet, level, verified, ordinal
-- params:  :ledger text, :plan text
-- columns: unit text, title text, submitted_on date, published_on date, outlet text, level text,
--          verified integer, ordinal integer, source_position integer, source_line integer,
--          source_place text,
--          title_key text, level_key text, outlet_key text
SELECT
  v.unit, v.title, v.submitted_on, v.published_on, v.outlet, v.level, v.verified, v.ordinal,
  coalesce(e.position, v.source_position) AS source_position,
  coalesce(e.line, v.source_line) AS source_line,
  CASE WHEN e.position IS NULL THEN v.source_place ELSE CAST(e.line AS text) END
    AS source_place,
  coalesce(t.key, v.title) AS title_key, coalesce(l.key, v.level) AS level_key,
  coalesce(o.key, v.outlet) AS outlet_key
FROM publication_version AS v
JOIN held AS h ON h.register = 'publications'
LEFT JOIN earlier_source AS e ON e.hash = v.hash AND e.position < v.source_position
LEFT JOIN word AS t ON t.kind = 'title' AND t.written = v.title
LEFT JOIN word AS l ON l.kind = 'level' AND l.written = v.level
LEFT JOIN word AS o ON o.kind = 'outlet' AND o.written = v.outlet
WHERE v.ledger = :ledger AND v.plan = :plan
  AND v.from_position <= h.position AND h.position < v.to_position
