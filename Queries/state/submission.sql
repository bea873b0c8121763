-- 报送 · Reports that units handed in
--
-- grain:   one row per unit and period
-- key:     unit, period
-- params:  :ledger text, :plan text
-- columns: unit text, period text, submitted_on date, quality text, returned integer, note text,
--          source_position integer, source_line integer, source_place text
SELECT
  v.unit, v.period, v.submitted_on, v.quality, v.returned, v.note,
  coalesce(e.position, v.source_position) AS source_position,
  coalesce(e.line, v.source_line) AS source_line,
  CASE WHEN e.position IS NULL THEN v.source_place ELSE CAST(e.line AS text) END
    AS source_place
FROM submission_version AS v
JOIN held AS h ON h.register = 'submissions'
LEFT JOIN earlier_source AS e ON e.hash = v.hash AND e.position < v.source_position
WHERE v.ledger = :ledger AND v.plan = :plan
  AND v.from_position <= h.position AND h.position < v.to_position
