-- 各任务、各分工的事项数 · The items of each task and part, counted
--
-- grain:   one row per part and task
-- key:     task, part
-- params:  -
-- columns: task text, part text, items integer, due integer, due_completed integer,
--          on_time integer, overdue integer, overdue_days integer, overdue_longest integer,
--          overdue_workdays integer, workdays_longest integer, original_overdue integer,
--          original_overdue_days integer, original_longest integer, late integer,
--          late_days integer, done_items integer, period_due integer, period_done integer,
--          period_overdue integer
SELECT
  i.task, i.part, count(*) AS items, sum(i.is_due) AS due,
  sum(i.is_due * i.done) AS due_completed, sum(i.on_time) AS on_time,
  sum(i.overdue) AS overdue, coalesce(sum(i.days), 0) AS overdue_days,
  max(i.days) AS overdue_longest, coalesce(sum(i.workdays), 0) AS overdue_workdays,
  max(i.workdays) AS workdays_longest, sum(i.original_overdue) AS original_overdue,
  coalesce(sum(i.original_days), 0) AS original_overdue_days,
  max(i.original_days) AS original_longest, sum(i.late) AS late,
  coalesce(sum(i.late_days), 0) AS late_days, sum(i.done) AS done_items,
  sum(i.in_period) AS period_due, sum(i.in_period * i.done) AS period_done,
  sum(i.in_period * i.overdue) AS period_overdue
FROM item AS i
GROUP BY i.task, i.part
