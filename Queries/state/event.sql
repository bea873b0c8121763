-- 考核事项 · What the office notes for the assessment
--
-- Commendations, sendings-back, cards, poor reports: what rules count and no other register holds.
-- Quantities are millionths; none stands for one.
--
-- grain:   one row per event as noted, equal ones numbered
-- key:     unit, task, occurred_on, kind, quantity, basis, note, ordinal
-- params:  :ledger text, :plan text
-- columns: unit text, task text, occurred_on date, kind text, quantity integer, basis text,
--          note text, ordinal integer, source_position integer, source_line integer,
--          source_place text
SELECT
  v.unit, v.task, v.occurred_on, v.kind, v.quantity, v.basis, v.note, v.ordinal,
  coalesce(e.position, v.source_position) AS source_position,
  coalesce(e.line, v.source_line) AS source_line,
  CASE WHEN e.position IS NULL THEN v.source_place ELSE CAST(e.line AS text) END
    AS source_place
FROM event_version AS v
JOIN held AS h ON h.register = 'events'
LEFT JOIN earlier_source AS e ON e.hash = v.hash AND e.position < v.source_position
WHERE v.ledger = :ledger AND v.plan = :plan
  AND v.from_position <= h.position AND h.position < v.to_position
