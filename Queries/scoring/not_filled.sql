-- Progress not filled in 进度未填报
--
-- Parts in force whose progress the ledger does not give.
--
-- grain:   one row per unit and task
-- key:     unit, task
-- params:  -
-- columns: unit text, role_code integer, task text, title text, occasion text, qty ratio,
--          source_file text, source_day date, source_line integer
-- order:   unit, task
SELECT
  f.unit, f.role_code, f.task, t.title, '' AS occasion, 1 AS qty_num, 1 AS qty_den,
  s.file AS source_file, s.day AS source_day,
  coalesce(a.source_line, t.source_line) AS source_line
FROM part_fact AS f
JOIN task AS t ON t.task = f.task
LEFT JOIN assignment AS a ON a.task = f.task AND a.unit = f.unit
LEFT JOIN source_file AS s
  ON s.position = coalesce(a.source_position, t.source_position)
  AND s.register = CASE WHEN a.task IS NULL THEN 'ledger' ELSE 'assignments' END
WHERE f.not_filled = 1
