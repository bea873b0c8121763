-- 核对任务 · Tasks whose figures each unit checks
--
-- The tasks in force that the unit leads, completed ones among them: beside them stands what was
-- reported for the period before. `opinion`, `right_value` and `grounds` are empty: the unit fills
-- them in.
--
-- grain:   one row per unit and task
-- key:     unit, task
-- params:  -
-- columns: unit text, form_key text, task text, number text, number_order text, title text,
--          status text, progress integer, completed_on date, opinion text, right_value text,
--          grounds text
-- order:   unit, number_order, task
SELECT
  u.unit, 'objections|' || t.task AS form_key, t.task, t.number, t.number_order, t.title, t.status,
  t.progress, t.completed_on, CAST(NULL AS text) AS opinion, CAST(NULL AS text) AS right_value,
  CAST(NULL AS text) AS grounds
FROM task_unit AS u
JOIN task AS t ON t.task = u.task
JOIN standing AS s ON s.task = u.task AND s.in_force = 1
WHERE u.role_code = 1
