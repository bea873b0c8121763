-- 单位量化指标 · Targets of each unit's tasks
--
-- The targets that a unit answers for, its own ones or those of its tasks, with its role, as
-- `target_list` has them.
--
-- grain:   one row per unit and target
-- key:     unit, target
-- params:  -
-- columns: unit text, role text, target text, task text, number text, number_order text,
--          title text, indicator text, comparison text, target_value integer, measure text,
--          nature text, actual integer, observed_on date, state text, same_as text, due date,
--          scheduled_value integer, note text, kind text
-- order:   unit, number_order, target
SELECT
  u.unit,
  CASE u.role_code
    WHEN 1 THEN 'lead' WHEN 2 THEN 'collect' WHEN 3 THEN 'responsible' ELSE 'support'
  END AS role,
  t.target, t.task, k.number, k.number_order, k.title, t.indicator, t.comparison, t.target_value,
  t.unit_of_measure AS measure, t.nature, t.actual, t.observed_on,
  CASE WHEN f.repeats = 1 THEN 'repeats' ELSE f.state END AS state, t.same_as,
  f.due, f.scheduled_value, t.note, t.kind
FROM target AS t
JOIN target_fact AS f ON f.target = t.target
JOIN task AS k ON k.task = t.task
JOIN target_unit AS u ON u.target = t.target
