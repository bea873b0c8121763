-- 协助领导任务情况 · Tasks in which leaders assist
--
-- The tasks in which a leader assists (协助) and does not lead, apart from those that he leads. Leaders
-- stand in the order of their first tasks' numbers.
--
-- grain:   one row per assisting leader
-- key:     leader
-- params:  -
-- columns: leader text, first_number text, tasks integer, in_force integer, completed integer,
--          due integer, due_completed integer, due_open integer, overdue integer,
--          due_today integer, behind integer
-- order:   first_number, leader
SELECT
  l.leader, min(f.number_order) AS first_number, count(*) AS tasks, sum(f.counted) AS in_force,
  sum(f.completed) AS completed, sum(f.due) AS due, sum(f.due_completed) AS due_completed,
  sum(f.due - f.due_completed) AS due_open, sum(f.overdue) AS overdue,
  sum(f.due - f.due_completed - f.overdue) AS due_today, sum(f.behind) AS behind
FROM task_leader AS l
JOIN task_fact AS f ON f.task = l.task
WHERE l.assisting = 1
GROUP BY l.leader
