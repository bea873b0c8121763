-- 牵头领导 · Leaders who lead tasks, with what they lead
--
-- A task with several leading ones counts for each of them; those in which a leader assists are not
-- counted. `below` counts the open tasks below schedule, of those that can be compared (`filled`);
-- `unfinished` what is overdue, with the moment that closes the plan what was due by its end.
-- `state` is `none` without tasks in force, `all` where all are completed, else `some`. Leaders
-- stand in the order of their first tasks' numbers.
--
-- grain:   one row per leading leader
-- key:     leader
-- params:  :closing integer
-- columns: leader text, first_number text, tasks integer, in_force integer, completed integer,
--          due integer, due_completed integer, on_time integer, late integer, unfinished integer,
--          filled integer, below integer, not_filled integer, state text, lateness text
-- order:   first_number, leader
WITH
  led AS (
    SELECT
      l.leader, min(f.number_order) AS first_number, count(*) AS tasks, sum(f.counted) AS in_force,
      sum(f.completed) AS completed, sum(f.due) AS due, sum(f.due_completed) AS due_completed,
      sum(f.on_time) AS on_time, sum(f.late) AS late, sum(f.unfinished) AS unfinished,
      sum(f.filled) AS filled,
      sum(CASE WHEN f.counted = 1 AND f.completed = 0 AND f.gap < 0 THEN 1 ELSE 0 END) AS below,
      sum(f.not_filled) AS not_filled
    FROM task_leader AS l
    JOIN task_fact AS f ON f.task = l.task
    WHERE coalesce(l.assisting, 0) = 0
    GROUP BY l.leader
  )
SELECT
  l.leader, l.first_number, l.tasks, l.in_force, l.completed, l.due, l.due_completed, l.on_time,
  l.late, l.unfinished, l.filled, l.below, l.not_filled,
  CASE WHEN l.in_force = 0 THEN 'none' WHEN l.in_force = l.completed THEN 'all' ELSE 'some' END
    AS state,
  CASE
    WHEN l.due = 0 THEN 'no_items'
    WHEN l.unfinished = 0 THEN 'none'
    WHEN :closing = 1 THEN 'unfinished'
    ELSE 'overdue'
  END AS lateness
FROM led AS l
