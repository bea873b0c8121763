-- Progress not filled in 进度未填报
--
-- Parts in force whose progress the ledger does not give.
--
-- grain:   one row per unit and task
-- key:     unit, task
-- params:  -
-- columns: unit text, role_code integer, task text, title text, occasion text, qty ratio,
--          source_file text, source_day date, source_line integer, source_place text
-- order:   unit, task
SELECT
  f.unit, f.role_code, f.task, t.title, '' AS occasion, 1 AS qty_num, 1 AS qty_den,
  s.source_file, s.source_day, s.source_line, s.source_place
FROM part_fact AS f
LEFT JOIN task AS t ON t.task = f.task
LEFT JOIN part_source AS s ON s.task = f.task AND s.unit = f.unit
WHERE f.not_filled = 1
