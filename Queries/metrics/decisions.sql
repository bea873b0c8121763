-- 请领导决定事项 · What the leader is asked to decide
--
-- Tasks in force, not completed, that the ledger brings before a level (提请层级), with the words of
-- `facts/decision`: those with overdue items first, the longest ahead, then those with a red light,
-- then by the gap.
--
-- grain:   one row per task
-- key:     task
-- params:  -
-- columns: ordinal integer, task text, number text, number_order text, title text,
--          lead_units text, bearers text, bearer_state text, escalate_to text,
--          needs_coordination text, chase_by date, light text, question text, late_state text,
--          days integer, is_milestone integer, suspended integer, requested_on date,
--          extension_to date, expected_on date, due date, item_due date, expectation text
-- order:   ordinal, task
SELECT
  row_number() OVER (
    ORDER BY
      CASE WHEN d.late_state = 'overdue' THEN d.days ELSE -1 END DESC,
      CASE WHEN d.colour = 'red' THEN 0 ELSE 1 END, d.gap NULLS LAST, d.number_order, d.task)
    AS ordinal,
  d.task, d.number, d.number_order, d.title, d.lead_units, d.bearers, d.bearer_state,
  d.escalate_to, d.needs_coordination, d.chase_by, d.light, d.question, d.late_state, d.days,
  d.is_milestone, d.suspended, d.requested_on, d.extension_to, d.expected_on, d.due, d.item_due,
  d.expectation
FROM decision AS d
