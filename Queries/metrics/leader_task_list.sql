-- 领导任务明细 · Each leader's tasks
--
-- One row per leader and task; `assisting` is 1 for one who assists. Leaders stand in the order of
-- their first tasks' numbers. The facts are the task's.
--
-- The sums of the figures by leader, over the rows of a leader: `in_force` is the sum of `counted`,
-- `due` that of `due_items`, `gap_sum` that of `gap`, and every other measure that of the column of
-- its name; `tasks` is 1 in every row.
--
-- grain:   one row per leader and task
-- key:     leader, task
-- params:  -
-- columns: leader text, first_number text, assisting integer, task text, number text,
--          number_order text, section text, title text, lead_units text, due date, status text,
--          progress integer, completed_on date, counted integer, completed integer,
--          accepted integer, due_items integer, due_completed integer, on_time integer,
--          overdue integer, days integer, scheduled integer, gap integer, light text,
--          tasks integer, expected integer, late integer, overdue_days integer, filled integer,
--          behind integer, ongoing integer, suspended integer, due_open integer,
--          source_file text, source_place text
-- order:   first_number, leader, number_order, task
WITH
  leaders AS (
    SELECT l.leader, min(t.number_order) AS first_number
    FROM task_leader AS l
    JOIN task AS t ON t.task = l.task
    GROUP BY l.leader
  )
SELECT
  l.leader, n.first_number, coalesce(l.assisting, 0) AS assisting, t.task, t.number,
  t.number_order, t.section,
  t.title, t.led_by AS lead_units,
  f.due_on AS due, t.status, t.progress, t.completed_on, f.counted, f.completed, f.accepted,
  f.due AS due_items, f.due_completed, f.on_time, f.overdue, f.overdue_longest AS days,
  f.scheduled, f.gap, r.word AS light, 1 AS tasks, f.expected, f.late, f.overdue_days, f.filled,
  f.behind, f.ongoing, f.suspended, f.due - f.due_completed AS due_open,
  s.file AS source_file, t.source_place
FROM task_leader AS l
JOIN leaders AS n ON n.leader = l.leader
JOIN task AS t ON t.task = l.task
JOIN task_fact AS f ON f.task = l.task
LEFT JOIN light_rule AS r ON r.ordinal = f.light
LEFT JOIN source_file AS s ON s.position = t.source_position AND s.register = 'ledger'
