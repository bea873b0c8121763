-- 量化指标按口径 · Targets by direction
--
-- Targets met, missed, not measured, on and below schedule and not due, each counted once, by what they ask for: to reach a value
-- (at_least), not to exceed one (at_most), or to reach a count exactly (exactly), which counts as
-- met when exceeded, and for 清零 and 时限 as met when not exceeded. 力争 and 结构性 apart.
--
-- grain:   one row per direction, those apart by themselves
-- key:     apart, direction
-- params:  -
-- columns: direction text, apart integer, targets integer, met integer, missed integer,
--          not_measured integer,
--          on_schedule integer, below_schedule integer,
--          not_due integer
-- order:   apart, direction
SELECT
  CASE t.comparison WHEN '>=' THEN 'at_least' WHEN '<=' THEN 'at_most' ELSE 'exactly' END
    AS direction,
  f.apart, count(*) AS targets, sum(CASE WHEN f.state = 'met' THEN 1 ELSE 0 END) AS met,
  sum(CASE WHEN f.state = 'missed' THEN 1 ELSE 0 END) AS missed,
  sum(CASE WHEN f.state = 'not_measured' THEN 1 ELSE 0 END) AS not_measured,
  sum(CASE WHEN f.state = 'on_schedule' THEN 1 ELSE 0 END) AS on_schedule,
  sum(CASE WHEN f.state = 'below_schedule' THEN 1 ELSE 0 END) AS below_schedule,
  sum(CASE WHEN f.state = 'not_due' THEN 1 ELSE 0 END) AS not_due
FROM target_fact AS f
JOIN target AS t ON t.target = f.target
WHERE f.repeats = 0
GROUP BY
  CASE t.comparison WHEN '>=' THEN 'at_least' WHEN '<=' THEN 'at_most' ELSE 'exactly' END,
  f.apart
