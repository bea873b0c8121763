-- 事项明细 · Items
--
-- Every item of the tasks that are counted: each milestone up to the year in which the period ends, of
-- a task without any its due date. `unit` is the unit whose milestone it is, if it is one's. `state`:
-- `on_time`, `late` (done after the effective due date), `overdue` (due before the cut-off and
-- open), `due_today` (due on it and open), with the moment that closes the plan `unfinished` for both,
-- `open` (not due yet). `days` late or overdue. `source_file` and `source_line` lead to the row of the
-- ledger that the item is read from.
--
-- Every count of items is a sum over these rows: `due` that of `is_due`, `due_completed` of
-- `due_done`, `due_open` of `due_open`, `overdue_days` that of `days` where `overdue` is 1, and every other
-- one that of the column of its name.
--
-- grain:   one row per task, milestone and the milestone's unit
-- key:     task, milestone, unit
-- params:  :as_of date, :closing integer
-- columns: task text, number text, number_order text, section text, title text, lead_units text,
--          milestone text, unit text, unit_name text, original_due date, due date, done_on date,
--          state text, days integer, workdays integer, is_due integer, due_done integer,
--          due_open integer, on_time integer, overdue integer, due_today integer, late integer,
--          done_items integer, period_due integer, period_done integer, source_file text,
--          source_line integer, source_place text
-- order:   number_order, task, due, milestone, unit
SELECT
  i.task, t.number, t.number_order, t.section, t.title, t.led_by AS lead_units, i.milestone, i.unit,
  u.unit_name, i.original_due, i.due, i.done_on,
  CASE
    WHEN i.late = 1 THEN 'late'
    WHEN i.done = 1 THEN 'on_time'
    WHEN i.is_due = 0 THEN 'open'
    WHEN :closing = 1 THEN 'unfinished'
    WHEN i.overdue = 1 THEN 'overdue'
    ELSE 'due_today'
  END AS state,
  coalesce(i.days, i.late_days) AS days, i.workdays, i.is_due, i.is_due * i.done AS due_done,
  i.is_due * (1 - i.done) AS due_open, i.on_time, i.overdue,
  CASE WHEN i.due = :as_of AND i.done = 0 THEN 1 ELSE 0 END AS due_today, i.late,
  i.done AS done_items, i.in_period AS period_due, i.in_period * i.done AS period_done,
  s.file AS source_file, coalesce(m.source_line, t.source_line) AS source_line,
  coalesce(m.source_place, t.source_place) AS source_place
FROM item AS i
JOIN task AS t ON t.task = i.task
LEFT JOIN milestone AS m ON m.task = i.task AND m.milestone = i.milestone AND m.unit = i.unit
LEFT JOIN unit AS u ON u.unit = i.unit
LEFT JOIN source_file AS s
  ON s.position = coalesce(m.source_position, t.source_position)
  AND s.register = CASE WHEN m.task IS NULL THEN 'ledger' ELSE 'milestones' END
WHERE i.part = ''
