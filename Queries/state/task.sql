-- 任务 · Tasks of the plan
--
-- The task register as it stands at the cut-off, with the words of the office. `task` is the
-- office's id where it has one, else the number. `number` is what
-- the office writes, without one the id: what names a task in print. `number_order` is what it sorts
-- by; tasks without number stand behind the others, in the order of the ledger. Spellings of one section or level are shown as the
-- first of them (`word`). `extra` holds the office's own columns. `led_by`
-- is the lead units, or the responsible ones where none is named and the plan's lead policy says
-- that they lead.
--
-- grain:   one row per task
-- key:     task
-- params:  :ledger text, :plan text, :lead_policy text
-- columns: task text, number text, number_order text, parent text, section text, title text,
--          leaders text, lead_units text, collect_units text, responsible_units text,
--          support_units text, owner text, phone text, key_task integer, starts_on date,
--          due_on date, status text, progress integer, completed_on date, accepted_on date,
--          expected_on date, outlook text, progress_note text, delay_reason text, reason_kind text,
--          next_step text, needs_coordination text, escalate_to text, chase_by date, evidence text,
--          change_basis text, note text, extra text, source_position integer, source_line integer,
--          source_place text,
--          led_by text
SELECT
  v.task,
  coalesce(v.number_text, CASE WHEN substr(v.task, 1, 1) <> '~' THEN v.task END) AS number,
  coalesce(
    v.number_order,
    '～' || substr(CAST(1000000000 + coalesce(b.line, v.source_line) AS text), 2)) AS number_order,
  v.parent, coalesce(s.shown, v.section) AS section, v.title, v.leaders, v.lead_units, v.collect_units,
  v.responsible_units, v.support_units, v.owner, v.phone, v.key_task, v.starts_on, v.due_on,
  v.status, v.progress, v.completed_on, v.accepted_on, v.expected_on, v.outlook,
  v.progress_note, v.delay_reason, v.reason_kind, v.next_step, v.needs_coordination,
  coalesce(e.shown, v.escalate_to) AS escalate_to, v.chase_by, v.evidence, v.change_basis, v.note,
  v.extra,
  coalesce(b.position, v.source_position) AS source_position,
  coalesce(b.line, v.source_line) AS source_line,
  CASE WHEN b.position IS NULL THEN v.source_place ELSE CAST(b.line AS text) END
    AS source_place,
  coalesce(
    v.lead_units, CASE WHEN :lead_policy <> 'named' THEN v.responsible_units END) AS led_by
FROM task_version AS v
JOIN held AS h ON h.register = 'ledger'
LEFT JOIN earlier_source AS b ON b.hash = v.hash AND b.position < v.source_position
LEFT JOIN word AS s ON s.kind = 'section' AND s.written = v.section
LEFT JOIN word AS e ON e.kind = 'escalation' AND e.written = v.escalate_to
WHERE v.ledger = :ledger AND v.plan = :plan
  AND v.from_position <= h.position AND h.position < v.to_position
