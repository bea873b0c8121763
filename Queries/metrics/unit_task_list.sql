-- 任务单位明细 · Each unit's part in each task
--
-- One row per unit and task, with the highest of its roles; collectives are expanded. `own_line`
-- is 1 where the unit is judged by a line of its own: then light and `progress_note` are its own,
-- too. Reasons and next steps are the task's.
--
-- The sums of the figures by unit and by ranking group, over the rows with `is_lead` 1: `in_force`
-- is the sum of `counted`, `due` that of `due_items`, `gap_sum` that of `gap`, and every other
-- measure that of the column of its name; `tasks` is 1 in every row.
--
-- grain:   one row per unit and task
-- key:     unit, task
-- params:  -
-- columns: unit text, unit_name text, ranking_group text, official_order integer, role text,
--          task text, number text, number_order text, section text, title text, status text,
--          progress integer, completed_on date, due date, own_line integer, counted integer,
--          completed integer, accepted integer, due_items integer, due_completed integer,
--          on_time integer, overdue integer, days integer, workdays integer, scheduled integer,
--          gap integer, light text, progress_note text, delay_reason text, next_step text,
--          chase_by date, is_lead integer, tasks integer, expected integer, late integer,
--          overdue_days integer, filled integer, behind integer, ongoing integer,
--          suspended integer, due_open integer,
--          source_file text, source_place text
-- order:   official_order, unit, number_order, task
SELECT
  p.unit, u.unit_name, u.ranking_group, u.official_order,
  CASE p.role_code
    WHEN 1 THEN 'lead' WHEN 2 THEN 'collect' WHEN 3 THEN 'responsible' ELSE 'support'
  END AS role,
  p.task, t.number, t.number_order, t.section, t.title, p.status, p.progress,
  p.done_on AS completed_on,
  p.due_on AS due, p.own_line, p.counted, p.completed, p.accepted, p.due AS due_items,
  p.due_completed, p.on_time, p.overdue, p.overdue_longest AS days,
  p.workdays_longest AS workdays, p.scheduled, p.gap, r.word AS light,
  coalesce(a.progress_note, t.progress_note) AS progress_note, t.delay_reason, t.next_step,
  t.chase_by, CASE WHEN p.role_code = 1 THEN 1 ELSE 0 END AS is_lead, 1 AS tasks, p.expected,
  p.late, p.overdue_days, p.filled, p.behind, p.ongoing, p.suspended,
  p.due - p.due_completed AS due_open, s.source_file, s.source_place
FROM part_fact AS p
LEFT JOIN unit AS u ON u.unit = p.unit
LEFT JOIN task AS t ON t.task = p.task
LEFT JOIN light_rule AS r ON r.ordinal = p.light
LEFT JOIN assignment AS a ON a.task = p.task AND a.unit = p.unit
LEFT JOIN part_source AS s ON s.task = p.task AND s.unit = p.unit
