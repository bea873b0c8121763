-- 逾期与滞后任务 · Slow tasks, the worst first
--
-- The tasks of `facts/slow_task`: those with an overdue item by the days of the longest, then those that
-- are behind by the gap.
--
-- grain:   one row per task
-- key:     task
-- params:  -
-- columns: ordinal integer, task text, number text, number_order text, title text,
--          lead_units text, kind text, days integer, gap integer, light text, delay_reason text,
--          next_step text, reason_kind text, items integer, progress integer, scheduled integer,
--          milestone text, bearers text, bearer_state text
-- order:   ordinal, task
SELECT
  row_number() OVER (
    ORDER BY
      CASE WHEN s.kind = 'behind' THEN 1 ELSE 0 END,
      CASE WHEN s.kind = 'behind' THEN s.gap ELSE -coalesce(s.days, 0) END, s.number_order, s.task)
    AS ordinal,
  s.task, s.number, s.number_order, s.title, s.lead_units, s.kind, s.days, s.gap, s.light,
  s.delay_reason, s.next_step, s.reason_kind, s.items, s.progress, s.scheduled, s.milestone,
  s.bearers, s.bearer_state
FROM slow_task AS s
