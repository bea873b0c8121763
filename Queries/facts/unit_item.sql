-- 各单位考核事项 · The items that each unit is judged by
--
-- Those of its own part where that is judged apart, else the task's, and the row of the ledger that
-- each is read from: the milestone where it is one, else the unit's part. A milestone of the unit
-- and one of the whole task may bear the same name: `own_milestone` tells them apart.
--
-- grain:   one row per unit, task and milestone, those of the unit apart from the task's
-- key:     task, unit, milestone, own_milestone
-- params:  -
-- columns: unit text, role_code integer, task text, milestone text, own_milestone integer,
--          due date, done_on date, is_due integer, done integer, on_time integer,
--          overdue integer, days integer, workdays integer, original_days integer,
--          late integer, late_days integer,
--          source_file text, source_day date, source_line integer, source_place text
SELECT
  u.unit, u.role_code, i.task, i.milestone,
  CASE WHEN i.unit = '' THEN 0 ELSE 1 END AS own_milestone,
  i.due, i.done_on, i.is_due, i.done, i.on_time, i.overdue, i.days, i.workdays, i.original_days,
  i.late, i.late_days,
  CASE WHEN m.task IS NULL THEN p.source_file ELSE s.file END AS source_file,
  CASE WHEN m.task IS NULL THEN p.source_day ELSE s.day END AS source_day,
  CASE WHEN m.task IS NULL THEN p.source_line ELSE m.source_line END AS source_line,
  CASE WHEN m.task IS NULL THEN p.source_place ELSE m.source_place END AS source_place
FROM item AS i
JOIN task_unit AS u ON u.task = i.task
JOIN part_source AS p ON p.task = i.task AND p.unit = u.unit
LEFT JOIN own_part AS o ON o.task = i.task AND o.unit = u.unit
LEFT JOIN milestone AS m ON m.task = i.task AND m.milestone = i.milestone AND m.unit = i.unit
LEFT JOIN source_file AS s ON s.position = m.source_position AND s.register = 'milestones'
WHERE i.part = CASE WHEN o.task IS NULL THEN '' ELSE u.unit END
