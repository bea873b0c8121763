-- 责任表 · Duties of the units
--
-- Who has which part in which task: one line for the highest of a unit's roles, collectives
-- expanded. Status, due date and light are those of the unit's part: of its own line where there is
-- one, else of the task.
--
-- grain:   one row per unit and task
-- key:     unit, task
-- params:  -
-- columns: unit text, unit_name text, ranking_group text, official_order integer, role text,
--          task text, number text, number_order text, title text, section text, due date,
--          status text, light text
-- order:   official_order, unit, number_order, task
SELECT
  p.unit, u.unit_name, u.ranking_group, u.official_order,
  CASE p.role_code
    WHEN 1 THEN 'lead' WHEN 2 THEN 'collect' WHEN 3 THEN 'responsible' ELSE 'support'
  END AS role,
  p.task, t.number, t.number_order, t.title, t.section, p.due_on AS due, p.status, r.word AS light
FROM part_fact AS p
JOIN unit AS u ON u.unit = p.unit
JOIN task AS t ON t.task = p.task
LEFT JOIN light_rule AS r ON r.ordinal = p.light
