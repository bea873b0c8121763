-- 量化指标清单 · Quantified targets
--
-- Every target with its value, what was reached and whether it is met. One that repeats another
-- (同源指标) is shown in both places and counted in one: its state here is `repeats`, `own_state`
-- what its own value says. `apart` marks aspirational and structural ones (力争, 结构性). Values are
-- millionths of `measure`, the unit of measure. `due` is the target's own due date, else the end of the year;
-- until then a cumulative one is held against `scheduled_value`, and all others are `not_due`.
-- `counted` is 1 for those that repeat no other, and the columns of the states say which they are;
-- `rated` and `rated_met` are those due and met of them without those apart, of which the rate of met
-- targets is made; `paced` and `paced_on` the same of those held against their schedule.
--
-- grain:   one row per target
-- key:     target
-- params:  -
-- columns: target text, task text, number text, number_order text, title text, lead_units text,
--          indicator text, comparison text, target_value integer, measure text, kind text,
--          nature text, base integer, actual integer, observed_on date, state text, same_as text,
--          own_state text, apart integer, counted integer, met integer, missed integer,
--          not_measured integer, rated integer, rated_met integer, unit text, unit_name text,
--          due date, scheduled_value integer, note text, on_schedule integer,
--          below_schedule integer, not_due integer, paced integer, paced_on integer,
--          source_file text, source_place text
-- order:   number_order, target
SELECT
  f.target, f.task, k.number, k.number_order, k.title, k.led_by AS lead_units,
  t.indicator, t.comparison, t.target_value, t.unit_of_measure AS measure, t.kind, t.nature,
  t.base, t.actual, t.observed_on,
  CASE WHEN f.repeats = 1 THEN 'repeats' ELSE f.state END AS state, t.same_as,
  f.state AS own_state, f.apart, 1 - f.repeats AS counted,
  CASE WHEN f.state = 'met' THEN 1 - f.repeats ELSE 0 END AS met,
  CASE WHEN f.state = 'missed' THEN 1 - f.repeats ELSE 0 END AS missed,
  CASE WHEN f.state = 'not_measured' THEN 1 - f.repeats ELSE 0 END AS not_measured,
  (1 - f.repeats) * (1 - f.apart) * f.is_due AS rated,
  CASE WHEN f.state = 'met' THEN (1 - f.repeats) * (1 - f.apart) ELSE 0 END AS rated_met,
  t.unit, u.unit_name, f.due, f.scheduled_value, t.note,
  CASE WHEN f.state = 'on_schedule' THEN 1 - f.repeats ELSE 0 END AS on_schedule,
  CASE WHEN f.state = 'below_schedule' THEN 1 - f.repeats ELSE 0 END AS below_schedule,
  CASE WHEN f.state = 'not_due' THEN 1 - f.repeats ELSE 0 END AS not_due,
  CASE WHEN f.scheduled_value IS NULL THEN 0 ELSE (1 - f.repeats) * (1 - f.apart) END AS paced,
  CASE WHEN f.state = 'on_schedule' THEN (1 - f.repeats) * (1 - f.apart) ELSE 0 END AS paced_on,
  s.file AS source_file, t.source_place
FROM target_fact AS f
JOIN target AS t ON t.target = f.target
JOIN task AS k ON k.task = f.task
LEFT JOIN unit AS u ON u.unit = t.unit
LEFT JOIN source_file AS s ON s.position = t.source_position AND s.register = 'targets'
