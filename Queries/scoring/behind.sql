-- Behind schedule 滞后
--
-- Parts that are behind as the plan's lights call it (below schedule by the points of the smallest
-- `behind` light or more), with the gap in percentage points. A part without progress is not here:
-- not filled in is not behind.
--
-- grain:   one row per unit and task
-- key:     unit, task
-- params:  -
-- columns: unit text, role_code integer, task text, title text, occasion text, qty ratio,
--          source_file text, source_day date, source_line integer, source_place text
-- order:   unit, task
SELECT
  f.unit, f.role_code, f.task, t.title, '' AS occasion, -f.gap AS qty_num, 10000 AS qty_den,
  s.source_file, s.source_day, s.source_line, s.source_place
FROM part_fact AS f
LEFT JOIN task AS t ON t.task = f.task
LEFT JOIN part_source AS s ON s.task = f.task AND s.unit = f.unit
WHERE f.counted = 1 AND f.behind = 1
