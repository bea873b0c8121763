-- 量化指标按类型和性质 · Targets by kind and nature
--
-- Targets met, missed and not measured of those that are due, on and below schedule of the cumulative
-- ones that are not, and the rest (`not_due`): each counted once, those that repeat another left out.
-- By kind (累计, 水平, 增长, 清零, 时限) and nature; 力争 and 结构性 stand by themselves, last.
--
-- grain:   one row per kind and nature
-- key:     nature, kind
-- params:  -
-- columns: kind text, nature text, targets integer, met integer, missed integer,
--          not_measured integer, apart integer,
--          on_schedule integer, below_schedule integer,
--          not_due integer
-- order:   apart, nature, kind
SELECT
  coalesce(t.kind, '') AS kind, coalesce(t.nature, '') AS nature, count(*) AS targets,
  sum(CASE WHEN f.state = 'met' THEN 1 ELSE 0 END) AS met,
  sum(CASE WHEN f.state = 'missed' THEN 1 ELSE 0 END) AS missed,
  sum(CASE WHEN f.state = 'not_measured' THEN 1 ELSE 0 END) AS not_measured, f.apart,
  sum(CASE WHEN f.state = 'on_schedule' THEN 1 ELSE 0 END) AS on_schedule,
  sum(CASE WHEN f.state = 'below_schedule' THEN 1 ELSE 0 END) AS below_schedule,
  sum(CASE WHEN f.state = 'not_due' THEN 1 ELSE 0 END) AS not_due
FROM target_fact AS f
JOIN target AS t ON t.target = f.target
WHERE f.repeats = 0
GROUP BY coalesce(t.kind, ''), coalesce(t.nature, ''), f.apart
