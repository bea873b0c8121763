-- 整改 · Problems found and their measures
--
-- grain:   one row per problem
-- key:     rectification
-- params:  :ledger text, :plan text
-- columns: rectification text, task text, unit text, found_by text, problem text, measure text,
--          owner text, found_on date, due_on date, completed_on date, accepted_on date,
--          source_position integer, source_line integer, source_place text
SELECT
  v.rectification, v.task, v.unit, v.found_by, v.problem, v.measure, v.owner, v.found_on,
  v.due_on, v.completed_on, v.accepted_on,
  coalesce(e.position, v.source_position) AS source_position,
  coalesce(e.line, v.source_line) AS source_line,
  CASE WHEN e.position IS NULL THEN v.source_place ELSE CAST(e.line AS text) END
    AS source_place
FROM rectification_version AS v
JOIN held AS h ON h.register = 'rectifications'
LEFT JOIN earlier_source AS e ON e.hash = v.hash AND e.position < v.source_position
WHERE v.ledger = :ledger AND v.plan = :plan
  AND v.from_position <= h.position AND h.position < v.to_position
