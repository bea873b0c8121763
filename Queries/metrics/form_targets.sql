-- 填报指标 · Targets that each unit reports on
--
-- The targets of tasks in force that the unit answers for by name or as the lead of the task; one
-- that repeats another is reported there. `form_key` is what a returned form is read by.
--
-- grain:   one row per unit and target
-- key:     unit, target
-- params:  -
-- columns: unit text, form_key text, target text, task text, number text, number_order text,
--          title text, indicator text, comparison text, target_value integer, measure text,
--          base integer, actual integer, observed_on date, note text
-- order:   unit, number_order, target
SELECT
  u.unit, 'targets|' || t.target AS form_key, t.target, t.task, k.number, k.number_order, k.title,
  t.indicator, t.comparison, t.target_value, t.unit_of_measure AS measure, t.base, t.actual,
  t.observed_on, t.note
FROM target AS t
JOIN target_unit AS u ON u.target = t.target
JOIN task AS k ON k.task = t.task
JOIN standing AS s ON s.task = t.task AND s.in_force = 1
WHERE t.same_as IS NULL AND (u.role_code = 1 OR t.unit IS NOT NULL AND t.unit <> '')
