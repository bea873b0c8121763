-- 逾期与滞后任务 · Slow tasks, the worst first
--
-- Each task once: those with an overdue item by the days of the longest, then those that are below
-- their scheduled progress without being overdue, by the gap. What `overdue_and_behind` lists item
-- by item, for a reader with one page.
--
-- grain:   one row per task
-- key:     task
-- params:  -
-- columns: ordinal integer, task text, number integer, title text, lead_units text, kind text,
--          days integer, gap integer, light text, delay_reason text, next_step text,
--          reason_kind text, items integer
-- order:   ordinal, task
SELECT
  row_number() OVER (
    ORDER BY
      CASE WHEN f.overdue > 0 THEN 0 ELSE 1 END,
      CASE WHEN f.overdue > 0 THEN -f.overdue_longest ELSE f.gap END, f.number, f.task)
    AS ordinal,
  f.task, f.number, t.title, t.led_by AS lead_units,
  CASE WHEN f.overdue > 0 THEN 'overdue' ELSE 'behind' END AS kind, f.overdue_longest AS days,
  f.gap, r.word AS light, t.delay_reason, t.next_step, t.reason_kind, f.overdue AS items
FROM task_fact AS f
JOIN task AS t ON t.task = f.task
LEFT JOIN light_rule AS r ON r.ordinal = f.light
WHERE f.overdue > 0 OR f.behind = 1
