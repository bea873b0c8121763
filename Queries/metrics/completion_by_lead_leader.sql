-- 牵头领导任务完成情况 · Completion, timeliness and schedule by leading leader
--
-- Only who leads: the tasks in which a leader assists (协助) stand in `assisting_by_leader`, and are never
-- added to these. A task with several leading ones counts for each of them; those that nobody leads are
-- a row of their own (`leader` is empty, `is_none` 1), the last. In force: tasks neither cancelled,
-- transferred nor ongoing: the denominator of completed, accepted and expected. Due and what follows
-- count items (milestones, else due dates). `gap_sum` over `filled` is the mean schedule gap of those
-- that can be compared, in millionths. Leaders stand in the order of their first tasks' numbers.
--
-- grain:   one row per leading leader, and one for none
-- key:     leader
-- params:  -
-- columns: leader text, is_none integer, first_number text, tasks integer, in_force integer,
--          completed integer, accepted integer, ongoing integer, suspended integer,
--          expected integer, due integer, due_completed integer, on_time integer, overdue integer,
--          overdue_days integer, overdue_longest integer, overdue_workdays integer,
--          original_overdue integer, original_overdue_days integer, late integer,
--          late_days integer, filled integer, behind integer, ahead integer, gap_sum integer,
--          slightly_behind integer, due_open integer, due_today integer
-- order:   is_none, first_number, leader
WITH
  leader_task AS (
    SELECT t.task, coalesce(l.leader, '') AS leader
    FROM task AS t
    LEFT JOIN task_leader AS l ON l.task = t.task AND coalesce(l.assisting, 0) = 0
  )
SELECT
  g.leader, CASE WHEN g.leader = '' THEN 1 ELSE 0 END AS is_none, min(f.number_order) AS first_number, count(*) AS tasks, sum(f.counted) AS in_force,
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
  sum(f.due - f.due_completed) AS due_open,
  sum(f.due - f.due_completed - f.overdue) AS due_today
FROM leader_task AS g
JOIN task_fact AS f ON f.task = g.task
GROUP BY g.leader
