-- Quantified targets
--
-- Every target with its value, what was reached and whether it is met. Values are millionths of
-- the unit of measure.
--
-- grain:   one row per target
-- key:     target
-- params:  -
-- columns: target text, task text, number integer, title text, indicator text, comparison text,
--          target_value integer, unit_of_measure text, kind text, nature text, actual integer,
--          observed_on date, state text, apart integer, same_as text
-- order:   number, target
SELECT
  f.target, f.task, k.number, k.title, t.indicator, t.comparison, t.target_value,
  t.unit_of_measure, t.kind, t.nature, t.actual, t.observed_on, f.state, f.apart, t.same_as
FROM target_fact AS f
JOIN target AS t ON t.target = f.target
JOIN task AS k ON k.task = f.task
