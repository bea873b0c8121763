-- Quantified targets 量化指标
--
-- The targets that a unit answers for: its own ones, else those of its tasks. `state` says whether each
-- is met, missed or not measured once it is due, and on or below schedule (a cumulative one) or not due
-- before. `met` and `missed` are 1 or 0 of the targets that are due, `on_schedule` and `below_schedule`
-- of the cumulative ones that are not: others have no such line. Those that repeat another are left out,
-- aspirational and structural ones marked `apart`. `reach` is the actual over the target value where it
-- was measured and more is better: 1.1 is 10 % over target. Limits (≤, 清零, 时限) have none.
--
-- grain:   one row per unit and target
-- key:     unit, target
-- params:  -
-- columns: unit text, role_code integer, target text, task text, title text, occasion text,
--          qty ratio, state text, due date, met ratio, missed ratio, not_measured integer,
--          on_schedule ratio, below_schedule ratio,
--          apart integer, reach ratio, source_file text, source_day date, source_line integer,
--          source_place text
-- order:   unit, target
SELECT
  u.unit, u.role_code, g.target, g.task, t.title, g.indicator AS occasion, 1 AS qty_num,
  1 AS qty_den, f.state, f.due,
  CASE WHEN f.is_due = 1 THEN CASE WHEN f.state = 'met' THEN 1 ELSE 0 END END AS met_num,
  CASE WHEN f.is_due = 1 THEN 1 END AS met_den,
  CASE WHEN f.is_due = 1 THEN CASE WHEN f.state = 'missed' THEN 1 ELSE 0 END END AS missed_num,
  CASE WHEN f.is_due = 1 THEN 1 END AS missed_den,
  CASE WHEN f.state = 'not_measured' THEN 1 ELSE 0 END AS not_measured,
  CASE WHEN f.scheduled_value IS NOT NULL THEN CASE WHEN f.state = 'on_schedule' THEN 1 ELSE 0 END END
    AS on_schedule_num,
  CASE WHEN f.scheduled_value IS NOT NULL THEN 1 END AS on_schedule_den,
  CASE
    WHEN f.scheduled_value IS NOT NULL THEN CASE WHEN f.state = 'below_schedule' THEN 1 ELSE 0 END
  END AS below_schedule_num,
  CASE WHEN f.scheduled_value IS NOT NULL THEN 1 END AS below_schedule_den, f.apart,
  CASE WHEN h.target IS NOT NULL THEN g.actual END AS reach_num,
  CASE WHEN h.target IS NOT NULL THEN g.target_value END AS reach_den,
  s.file AS source_file, s.day AS source_day, g.source_line, g.source_place
FROM target AS g
JOIN target_fact AS f ON f.target = g.target AND f.repeats = 0
JOIN standing AS c ON c.task = g.task AND c.counted = 1
JOIN task AS t ON t.task = g.task
JOIN target_unit AS u ON u.target = g.target
-- Those of which more is better.
LEFT JOIN target AS h
  ON h.target = g.target AND f.measured = 1 AND g.target_value > 0 AND g.comparison <> '<='
    AND (g.kind IS NULL OR g.kind NOT IN ('zero', 'deadline'))
LEFT JOIN source_file AS s ON s.position = g.source_position AND s.register = 'targets'
