-- 填报任务 · Tasks that each unit reports on
--
-- The tasks in force and not completed that the unit leads, as the ledger has them. `form_key` is
-- what a returned form is read by.
--
-- grain:   one row per unit and task
-- key:     unit, task
-- params:  -
-- columns: unit text, form_key text, task text, number text, number_order text, title text,
--          due date, status text, progress integer, completed_on date, progress_note text,
--          delay_reason text, reason_kind text, next_step text, expected_on date, outlook text,
--          needs_coordination text, escalate_to text, evidence text, leads text
-- order:   unit, number_order, task
SELECT
  u.unit, 'ledger|' || t.task AS form_key, t.task, t.number, t.number_order, t.title, s.due,
  t.status, t.progress, t.completed_on, t.progress_note, t.delay_reason, t.reason_kind,
  t.next_step, t.expected_on, t.outlook, t.needs_coordination, t.escalate_to, t.evidence,
  t.led_by AS leads
FROM task_unit AS u
JOIN task AS t ON t.task = u.task
JOIN standing AS s ON s.task = u.task AND s.in_force = 1 AND s.completed = 0
WHERE u.role_code = 1
