-- 需协调事项 · Items to be coordinated
--
-- Tasks in force, not yet completed, of which the ledger says what is to be coordinated, by the
-- level that it is to be brought before (提请层级).
--
-- grain:   one row per task
-- key:     task
-- params:  -
-- columns: task text, number text, number_order text, title text, lead_units text,
--          needs_coordination text, escalate_to text, chase_by date, light text,
--          source_file text, source_place text
-- order:   escalate_to, number_order, task
SELECT
  t.task, t.number, t.number_order, t.title, t.led_by AS lead_units,
  t.needs_coordination, t.escalate_to, t.chase_by, r.word AS light,
  s.file AS source_file, t.source_place
FROM task AS t
JOIN task_fact AS f ON f.task = t.task
LEFT JOIN light_rule AS r ON r.ordinal = f.light
LEFT JOIN source_file AS s ON s.position = t.source_position AND s.register = 'ledger'
WHERE f.in_force = 1 AND f.completed = 0 AND t.needs_coordination IS NOT NULL
