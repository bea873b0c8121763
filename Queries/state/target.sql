-- 量化指标 · Quantified targets
--
-- Values are millionths of the unit of measure. `unit` answers for the target, `due_on` is its own
-- due date; both are empty where the task says it.
--
-- grain:   one row per target
-- key:     target
-- params:  :ledger text, :plan text
-- columns: target text, task text, unit text, indicator text, comparison text,
--          target_value integer, unit_of_measure text, kind text, nature text, due_on date,
--          base integer, actual integer, observed_on date, same_as text, note text,
--          source_position integer, source_line integer, source_place text
SELECT
  v.target, v.task, v.unit, v.indicator, v.comparison, v.target_value, v.unit_of_measure, v.kind,
  v.nature, v.due_on, v.base, v.actual, v.observed_on, v.same_as, v.note,
  coalesce(e.position, v.source_position) AS source_position,
  coalesce(e.line, v.source_line) AS source_line,
  CASE WHEN e.position IS NULL THEN v.source_place ELSE CAST(e.line AS text) END
    AS source_place
FROM target_version AS v
JOIN held AS h ON h.register = 'targets'
LEFT JOIN earlier_source AS e ON e.hash = v.hash AND e.position < v.source_position
WHERE v.ledger = :ledger AND v.plan = :plan
  AND v.from_position <= h.position AND h.position < v.to_position
