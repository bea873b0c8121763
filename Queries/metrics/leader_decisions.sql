-- 各领导决定事项 · What each leader is asked to decide
--
-- The rows of `decisions` for each leader who leads the task, numbered for each.
--
-- grain:   one row per leader and task
-- key:     leader, task
-- params:  -
-- columns: leader text, ordinal integer, task text, number text, number_order text, title text,
--          lead_units text, bearers text, bearer_state text, escalate_to text,
--          needs_coordination text, chase_by date, light text, question text, late_state text,
--          days integer, is_milestone integer, suspended integer, requested_on date,
--          extension_to date, expected_on date, due date, item_due date, expectation text
-- order:   leader, ordinal, task
SELECT
  l.leader,
  row_number() OVER (
    PARTITION BY l.leader
    ORDER BY
      CASE WHEN d.late_state = 'overdue' THEN d.days ELSE -1 END DESC,
      CASE WHEN d.colour = 'red' THEN 0 ELSE 1 END, d.gap NULLS LAST, d.number_order, d.task)
    AS ordinal,
  d.task, d.number, d.number_order, d.title, d.lead_units, d.bearers, d.bearer_state,
  d.escalate_to, d.needs_coordination, d.chase_by, d.light, d.question, d.late_state, d.days,
  d.is_milestone, d.suspended, d.requested_on, d.extension_to, d.expected_on, d.due, d.item_due,
  d.expectation
FROM decision AS d
JOIN task_leader AS l ON l.task = d.task
WHERE coalesce(l.assisting, 0) = 0
