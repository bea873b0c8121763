-- News items that units reported
--
-- grain:   one row per item as reported, equal ones numbered
-- key:     unit, title, submitted_on, published_on, outlet, level, verified, ordinal
-- params:  :ledger text, :plan text
-- columns: unit text, title text, submitted_on date, published_on date, outlet text, level text,
--          verified integer, ordinal integer, source_position integer, source_line integer
SELECT
  v.unit, v.title, v.submitted_on, v.published_on, v.outlet, v.level, v.verified, v.ordinal,
  v.source_position, v.source_line
FROM publication_version AS v
JOIN held AS h ON h.register = 'publications'
WHERE v.ledger = :ledger AND v.plan = :plan
  AND v.from_position <= h.position AND h.position < v.to_position
