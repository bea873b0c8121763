-- 分类完成情况 · Completion, timeliness and schedule by section
--
-- Sections in the order of their first task. In force: tasks neither cancelled, transferred nor
-- ongoing: the denominator of completed, accepted and expected. Due and what follows count items
-- (milestones, else due dates). `gap_sum` over `filled` is the mean schedule gap of those that can
-- be compared, in millionths.
--
-- grain:   one row per section
-- key:     section
-- params:  -
-- columns: section text, ordinal text, tasks integer, in_force integer, completed integer,
--          accepted integer, ongoing integer, suspended integer, expected integer, due integer,
--          due_completed integer, on_time integer, overdue integer, overdue_days integer,
--          overdue_longest integer, overdue_workdays integer, original_overdue integer,
--          original_overdue_days integer, late integer, late_days integer, filled integer,
--          behind integer, ahead integer, gap_sum integer, slightly_behind integer,
--          due_open integer, due_today integer
-- order:   ordinal, section
SELECT
  coalesce(f.section, '') AS section, min(f.number_order) AS ordinal,
  count(*) AS tasks, sum(f.counted) AS in_force, sum(f.completed) AS completed,
  sum(f.accepted) AS accepted, sum(f.ongoing) AS ongoing, sum(f.suspended) AS suspended,
  sum(f.expected) AS expected, sum(f.due) AS due, sum(f.due_completed) AS due_completed,
  sum(f.on_time) AS on_time, sum(f.overdue) AS overdue,
  sum(f.overdue_days) AS overdue_days, max(f.overdue_longest) AS overdue_longest,
  sum(f.overdue_workdays) AS overdue_workdays, sum(f.original_overdue) AS original_overdue,
  sum(f.original_overdue_days) AS original_overdue_days, sum(f.late) AS late,
  sum(f.late_days) AS late_days, sum(f.filled) AS filled, sum(f.behind) AS behind,
  sum(f.ahead) AS ahead, coalesce(sum(f.gap * f.counted), 0) AS gap_sum,
  sum(f.slightly_behind) AS slightly_behind,
  sum(f.due - f.due_completed) AS due_open,
  sum(f.due - f.due_completed - f.overdue) AS due_today
FROM task_fact AS f
GROUP BY coalesce(f.section, '')
