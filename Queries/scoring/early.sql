-- Items completed before their due date 提前完成事项
--
-- With the calendar days between completion and due date; an item done on the very day is not here.
--
-- grain:   one row per unit, task and milestone, those of the unit apart from the task's
-- key:     unit, task, occasion, own_milestone
-- params:  -
-- columns: unit text, role_code integer, task text, title text, occasion text,
--          own_milestone integer, qty ratio, due date, done_on date,
--          days integer,
--          source_file text, source_day date, source_line integer
-- order:   unit, due, task, occasion, own_milestone
SELECT
  u.unit, u.role_code, i.task, t.title, i.milestone AS occasion,
  CASE WHEN i.unit = '' THEN 0 ELSE 1 END AS own_milestone, 1 AS qty_num, 1 AS qty_den, i.due,
  i.done_on,
  d.day_number - f.day_number AS days,
  s.file AS source_file, s.day AS source_day,
  coalesce(m.source_line, a.source_line, t.source_line) AS source_line
FROM item AS i
JOIN task_unit AS u ON u.task = i.task
JOIN task AS t ON t.task = i.task
LEFT JOIN own_part AS p ON p.task = i.task AND p.unit = u.unit
LEFT JOIN assignment AS a ON a.task = i.task AND a.unit = u.unit
LEFT JOIN milestone AS m ON m.task = i.task AND m.milestone = i.milestone AND m.unit = i.unit
LEFT JOIN source_file AS s
  ON s.position = coalesce(m.source_position, a.source_position, t.source_position)
  AND s.register = CASE
    WHEN m.task IS NOT NULL THEN 'milestones'
    WHEN a.task IS NOT NULL THEN 'assignments'
    ELSE 'ledger'
  END
JOIN day AS d ON d.day = i.due
JOIN day AS f ON f.day = i.done_on
WHERE i.part = CASE WHEN p.task IS NULL THEN '' ELSE u.unit END
  AND i.done_on < i.due
