-- Quantified targets 量化指标
--
-- The targets of a unit's tasks, each judged as met, missed or not measured, in `state` and as
-- flags; those that repeat another are left out, aspirational and structural ones marked `apart`.
-- `reach` is the actual over the target value where it was measured: 1.1 is 10 % over target.
--
-- grain:   one row per unit and target
-- key:     unit, target
-- params:  -
-- columns: unit text, role_code integer, target text, task text, title text, occasion text,
--          qty ratio, state text, met integer, missed integer, not_measured integer,
--          apart integer, reach ratio, source_file text, source_day date, source_line integer
-- order:   unit, target
SELECT
  u.unit, u.role_code, g.target, g.task, t.title, g.indicator AS occasion, 1 AS qty_num,
  1 AS qty_den, f.state, CASE WHEN f.state = 'met' THEN 1 ELSE 0 END AS met,
  CASE WHEN f.state = 'missed' THEN 1 ELSE 0 END AS missed,
  CASE WHEN f.state = 'not_measured' THEN 1 ELSE 0 END AS not_measured, f.apart,
  CASE WHEN f.state <> 'not_measured' AND g.target_value > 0 THEN g.actual END AS reach_num,
  CASE WHEN f.state <> 'not_measured' AND g.target_value > 0 THEN g.target_value END AS reach_den,
  s.file AS source_file, s.day AS source_day, g.source_line
FROM target AS g
JOIN target_fact AS f ON f.target = g.target AND f.repeats = 0
JOIN standing AS c ON c.task = g.task AND c.counted = 1
JOIN task AS t ON t.task = g.task
JOIN task_unit AS u ON u.task = g.task
LEFT JOIN source_file AS s ON s.position = g.source_position AND s.register = 'targets'
