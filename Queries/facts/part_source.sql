-- 分工在台账中的位置 · Where each unit's part stands in the ledger
--
-- The row that a unit's part is read from: its own assignment line where there is one, else the
-- task; the file and line of it, and the day of the snapshot that brought it.
--
-- grain:   one row per unit and task
-- key:     task, unit
-- params:  -
-- columns: unit text, task text, source_file text, source_day date, source_line integer,
--          source_place text
SELECT
  u.unit, u.task, s.file AS source_file, s.day AS source_day,
  coalesce(a.source_line, t.source_line) AS source_line,
  coalesce(a.source_place, t.source_place) AS source_place
FROM task_unit AS u
JOIN task AS t ON t.task = u.task
LEFT JOIN assignment AS a ON a.task = u.task AND a.unit = u.unit
LEFT JOIN source_file AS s
  ON s.position = coalesce(a.source_position, t.source_position)
  AND s.register = CASE WHEN a.task IS NULL THEN 'ledger' ELSE 'assignments' END
