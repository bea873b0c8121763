-- 任务台账 · The task register with what follows from it
--
-- The office's columns as they stand in the ledger, its own ones in `extra` (`lead_units`: who leads,
-- the responsible ones too where the plan's lead policy says so), then the facts that every figure is
-- counted from: effective and original due date, whether the task is counted,
-- completed and accepted, its items, days overdue, schedule and light. `past_red` names the
-- earlier periods at whose cut-off the light was red: red is remembered.
--
-- The sums of the figures by section, over the rows of a section: `in_force` is the sum of
-- `counted`, `due` that of `due_items`, `gap_sum` that of `gap`, and every other measure that of the
-- column of its name; `tasks` is 1 in every row. What falls due in the period is the sum of
-- `period_due`, `period_done` and so on.
--
-- grain:   one row per task
-- key:     task
-- params:  -
-- columns: task text, number text, number_order text, section text, title text, leaders text,
--          lead_units text, responsible_units text, owner text, phone text, key_task integer,
--          starts_on date, due_on date, status text, progress integer, completed_on date,
--          accepted_on date, expected_on date, outlook text, progress_note text, delay_reason text,
--          reason_kind text, next_step text, needs_coordination text, escalate_to text,
--          chase_by date, evidence text, change_basis text, note text, extra text,
--          original_due date, due date, counted integer, completed integer, accepted integer,
--          due_items integer, due_completed integer, on_time integer, overdue integer,
--          days integer, workdays integer, original_days integer, scheduled integer, gap integer,
--          light text, past_red text, tasks integer, expected integer, late integer,
--          overdue_days integer, filled integer, behind integer, ongoing integer,
--          suspended integer, not_filled integer, done_items integer, period_due integer,
--          period_done integer, period_open integer, period_overdue integer,
--          period_expected integer, due_open integer,
--          source_file text, source_place text, below integer
-- order:   number_order, task
SELECT
  t.task, t.number, t.number_order, t.section, t.title, t.leaders, t.led_by AS lead_units,
  t.responsible_units, t.owner, t.phone, t.key_task, t.starts_on, t.due_on, t.status, t.progress,
  t.completed_on,
  t.accepted_on, t.expected_on, t.outlook, t.progress_note, t.delay_reason, t.reason_kind,
  t.next_step, t.needs_coordination, t.escalate_to, t.chase_by, t.evidence, t.change_basis,
  t.note, t.extra, f.original_due, f.due_on AS due, f.counted, f.completed, f.accepted,
  f.due AS due_items, f.due_completed, f.on_time, f.overdue, f.overdue_longest AS days,
  f.workdays_longest AS workdays, f.original_longest AS original_days, f.scheduled, f.gap,
  r.word AS light, b.periods AS past_red, 1 AS tasks, f.expected, f.late, f.overdue_days,
  f.filled, f.behind, f.ongoing, f.suspended, f.not_filled, f.done_items, f.period_due,
  f.period_done, f.period_due - f.period_done AS period_open, f.period_overdue,
  (f.period_due - f.period_done) * f.expected AS period_expected,
  f.due - f.due_completed AS due_open, s.file AS source_file, t.source_place,
  CASE WHEN f.counted = 1 AND f.completed = 0 AND f.gap < 0 THEN 1 ELSE 0 END AS below
FROM task AS t
LEFT JOIN task_fact AS f ON f.task = t.task
LEFT JOIN light_rule AS r ON r.ordinal = f.light
LEFT JOIN past_red AS b ON b.task = t.task
LEFT JOIN source_file AS s ON s.position = t.source_position AND s.register = 'ledger'
