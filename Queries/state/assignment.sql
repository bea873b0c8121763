-- 任务分工 · Units' own lines
--
-- Where a unit has several lines in one task, that of its highest role speaks.
-- role_code: 1 lead, 2 collect, 3 responsible, 4 support.
--
-- grain:   one row per task and unit
-- key:     task, unit
-- params:  :ledger text, :plan text
-- columns: task text, unit text, role_code integer, status text, progress integer,
--          completed_on date, progress_note text, reported_on date, source_position integer,
--          source_line integer, source_place text
WITH
  line AS (
    SELECT
      v.task, v.unit,
      CASE v.role WHEN 'lead' THEN 1 WHEN 'collect' THEN 2 WHEN 'responsible' THEN 3 ELSE 4 END
        AS role_code,
      v.status, v.progress, v.completed_on, v.progress_note, v.reported_on,
      coalesce(e.position, v.source_position) AS source_position,
      coalesce(e.line, v.source_line) AS source_line,
      CASE WHEN e.position IS NULL THEN v.source_place ELSE CAST(e.line AS text) END
        AS source_place
    FROM assignment_version AS v
    JOIN held AS h ON h.register = 'assignments'
    LEFT JOIN earlier_source AS e ON e.hash = v.hash AND e.position < v.source_position
    WHERE v.ledger = :ledger AND v.plan = :plan
      AND v.from_position <= h.position AND h.position < v.to_position
  ),
  ranked AS (
    SELECT
      l.task, l.unit, l.role_code, l.status, l.progress, l.completed_on, l.progress_note,
      l.reported_on, l.source_position, l.source_line, l.source_place,
      row_number() OVER (PARTITION BY l.task, l.unit ORDER BY l.role_code) AS place
    FROM line AS l
  )
SELECT
  r.task, r.unit, r.role_code, r.status, r.progress, r.completed_on, r.progress_note,
  r.reported_on, r.source_position, r.source_line, r.source_place
FROM ranked AS r
WHERE r.place = 1
