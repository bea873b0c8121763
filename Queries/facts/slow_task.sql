-- Slow tasks
--
-- Each task once: those with an overdue item by the days of the longest, then those that are behind
-- without being overdue, by the gap; with the moment that closes the plan what was due by its end
-- (`unfinished`) in the place of what is overdue. What `overdue_and_behind` lists item
-- by item, for a reader with one page. `milestone` is that of the longest open item, `bearers` who bears
-- it (see `open_items`); of a task that is behind those who lead it.
--
-- grain:   one row per task
-- key:     task
-- params:  :closing integer
-- columns: task text, number text, number_order text, title text, lead_units text, kind text,
--          days integer, gap integer, light text, delay_reason text, next_step text,
--          reason_kind text, items integer, progress integer, scheduled integer, milestone text,
--          bearers text, bearer_state text
WITH
  worst AS (
    SELECT
      o.task, o.milestone, o.bearers, o.bearer_state,
      row_number() OVER (PARTITION BY o.task ORDER BY o.days DESC, o.milestone, o.unit) AS place
    FROM open_item AS o
  )
SELECT
  f.task, f.number, f.number_order, t.title, t.led_by AS lead_units,
  CASE
    WHEN f.unfinished = 0 THEN 'behind'
    WHEN :closing = 1 THEN 'unfinished'
    ELSE 'overdue'
  END AS kind, f.overdue_longest AS days,
  f.gap, r.word AS light, t.delay_reason, t.next_step, t.reason_kind, f.unfinished AS items,
  f.progress, f.scheduled, CASE WHEN f.unfinished > 0 THEN w.milestone END AS milestone,
  CASE WHEN f.unfinished > 0 THEN w.bearers ELSE t.led_by END AS bearers,
  CASE
    WHEN f.unfinished > 0 THEN w.bearer_state
    WHEN t.led_by IS NOT NULL THEN 'named'
    WHEN t.responsible_units IS NOT NULL THEN 'common'
    ELSE 'none'
  END AS bearer_state
FROM task_fact AS f
JOIN task AS t ON t.task = f.task
LEFT JOIN light_rule AS r ON r.ordinal = f.light
LEFT JOIN worst AS w ON w.task = f.task AND w.place = 1
WHERE f.unfinished > 0 OR f.behind = 1
