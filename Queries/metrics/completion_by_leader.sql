-- 分管领导完成情况 · Completion, timeliness and schedule by leader
--
-- A task with several leaders counts for each of them, also for one who assists: `assisting`
-- says in how many of the tasks. In force: tasks neither cancelled, transferred nor ongoing: the
-- denominator of completed, accepted and expected. Due and what follows count items (milestones,
-- else due dates). `gap_sum` over `filled` is the mean schedule gap of those that can be
-- compared, in millionths. Leaders stand in the order of their first tasks' numbers, as notices
-- rank them.
--
-- grain:   one row per leader
-- key:     leader
-- params:  -
-- columns: leader text, first_number text, tasks integer, in_force integer, completed integer,
--          accepted integer, ongoing integer, suspended integer, expected integer, due integer,
--          due_completed integer, on_time integer, overdue integer, overdue_days integer,
--          overdue_longest integer, overdue_workdays integer, original_overdue integer,
--          original_overdue_days integer, late integer, late_days integer, filled integer,
--          behind integer, ahead integer, gap_sum integer, slightly_behind integer,
--          assisting integer
-- order:   first_number, leader
SELECT
  l.leader, min(f.number_order) AS first_number, count(*) AS tasks, sum(f.counted) AS in_force,
  sum(f.completed) AS completed,
  sum(f.accepted) AS accepted, sum(f.ongoing) AS ongoing, sum(f.suspended) AS suspended,
  sum(f.expected) AS expected, sum(f.due) AS due, sum(f.due_completed) AS due_completed,
  sum(f.on_time) AS on_time, sum(f.overdue) AS overdue,
  sum(f.overdue_days) AS overdue_days, max(f.overdue_longest) AS overdue_longest,
  sum(f.overdue_workdays) AS overdue_workdays, sum(f.original_overdue) AS original_overdue,
  sum(f.original_overdue_days) AS original_overdue_days, sum(f.late) AS late,
  sum(f.late_days) AS late_days, sum(f.filled) AS filled, sum(f.behind) AS behind,
  sum(f.ahead) AS ahead, coalesce(sum(f.gap * f.counted), 0) AS gap_sum,
  sum(f.slightly_behind) AS slightly_behind,
  sum(coalesce(l.assisting, 0)) AS assisting
FROM task_leader AS l
JOIN task_fact AS f ON f.task = l.task
GROUP BY l.leader
