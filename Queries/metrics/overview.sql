-- 总体情况 · The plan in one row
--
-- What the first section of a notice says, with a word for each sentence that depends on it. Tasks
-- and items stand apart: `due` and what follows count items (`has_milestones` says whether they are
-- more than the tasks themselves), `due_tasks` the tasks that have any.
--
-- `completed_state`: `none`, `completed` (nothing in the plan was ever struck off), `accepted`,
-- `awaiting` or `both`. `open_state`: `none`, `closing` (with the moment that closes the plan),
-- `nominal` (schedule by the period's nominal progress) or `own`. `expected_state`: `not_said` (no task says, or the plan is closed with this moment),
-- `all` or `some`. `due_state`: `none`, `done` or `open`; `done_state`, of the due items done:
-- `none`, `on_time`, `late` or `both`; `late_state`, of those open: `none`, `overdue`, `due_today`,
-- `both` or, with the moment that closes the plan, `unfinished`. Those expected include the
-- completed.
--
-- grain:   one row
-- key:     -
-- params:  :schedule_rule text, :nominal integer, :closing integer
-- columns: tasks integer, in_force integer, ongoing integer, not_started integer,
--          cancelled integer, transferred integer, tasks_state text, completed integer,
--          accepted integer, awaiting integer, completed_state text, open integer, ahead integer,
--          on_schedule integer, below integer, not_filled integer, no_schedule integer,
--          open_state text, nominal integer, expected integer, expected_state text, due integer,
--          due_tasks integer, due_completed integer, on_time integer, late integer,
--          due_open integer, overdue integer, due_today integer, due_state text, done_state text,
--          late_state text, has_milestones integer
-- order:   -
WITH
  relation_sum AS (
    SELECT
      t.relation,
      sum(CASE WHEN t.part = 'total' THEN t.amount ELSE 0 END) AS total,
      sum(CASE WHEN t.part = 'in_force' THEN t.amount ELSE 0 END) AS in_force,
      sum(CASE WHEN t.part = 'ongoing' THEN t.amount ELSE 0 END) AS ongoing,
      sum(CASE WHEN t.part = 'not_started' THEN t.amount ELSE 0 END) AS not_started,
      sum(CASE WHEN t.part = 'cancelled' THEN t.amount ELSE 0 END) AS cancelled,
      sum(CASE WHEN t.part = 'transferred' THEN t.amount ELSE 0 END) AS transferred,
      sum(CASE WHEN t.part = 'completed' THEN t.amount ELSE 0 END) AS completed,
      sum(CASE WHEN t.part = 'accepted' THEN t.amount ELSE 0 END) AS accepted,
      sum(CASE WHEN t.part = 'awaiting' THEN t.amount ELSE 0 END) AS awaiting,
      sum(CASE WHEN t.part = 'ahead' THEN t.amount ELSE 0 END) AS ahead,
      sum(CASE WHEN t.part = 'on_schedule' THEN t.amount ELSE 0 END) AS on_schedule,
      sum(CASE WHEN t.part = 'below' THEN t.amount ELSE 0 END) AS below,
      sum(CASE WHEN t.part = 'not_filled' THEN t.amount ELSE 0 END) AS not_filled,
      sum(CASE WHEN t.part = 'no_schedule' THEN t.amount ELSE 0 END) AS no_schedule,
      sum(CASE WHEN t.part = 'on_time' THEN t.amount ELSE 0 END) AS on_time,
      sum(CASE WHEN t.part = 'late' THEN t.amount ELSE 0 END) AS late
    FROM tally AS t
    GROUP BY t.relation
  ),
  extent AS (
    SELECT
      coalesce(sum(f.expected), 0) AS expected, coalesce(sum(f.overdue), 0) AS overdue,
      coalesce(sum(f.due - f.due_completed - f.overdue), 0) AS due_today,
      coalesce(sum(CASE WHEN f.due > 0 THEN 1 ELSE 0 END), 0) AS due_tasks,
      coalesce(sum(CASE WHEN f.counted = 1 AND t.outlook IS NOT NULL THEN 1 ELSE 0 END), 0)
        AS outlooks,
      coalesce(sum(CASE WHEN t.accepted_on IS NULL THEN 0 ELSE 1 END), 0) AS struck_off
    FROM task_fact AS f
    JOIN task AS t ON t.task = f.task
  ),
  stages AS (
    SELECT coalesce(max(CASE WHEN i.milestone = '' THEN 0 ELSE 1 END), 0) AS has_milestones
    FROM item AS i
    WHERE i.part = ''
  )
SELECT
  a.total AS tasks, a.in_force, a.ongoing, a.not_started, a.cancelled, a.transferred,
  CASE WHEN a.total = 0 THEN 'none' WHEN a.total = a.in_force THEN 'all' ELSE 'some' END
    AS tasks_state,
  f.completed, f.accepted, f.awaiting,
  CASE
    WHEN f.completed = 0 THEN 'none'
    WHEN e.struck_off = 0 THEN 'completed'
    WHEN f.awaiting = 0 THEN 'accepted'
    WHEN f.accepted = 0 THEN 'awaiting'
    ELSE 'both'
  END AS completed_state,
  f.total - f.completed AS open, f.ahead, f.on_schedule, f.below, f.not_filled, f.no_schedule,
  CASE
    WHEN f.total = f.completed THEN 'none'
    WHEN :closing = 1 THEN 'closing'
    WHEN :schedule_rule = 'nominal' THEN 'nominal'
    ELSE 'own'
  END AS open_state,
  :nominal AS nominal, e.expected,
  CASE
    WHEN e.outlooks = 0 OR :closing = 1 THEN 'not_said'
    WHEN e.expected = f.total THEN 'all'
    ELSE 'some'
  END AS expected_state,
  d.total AS due, e.due_tasks, d.completed AS due_completed, d.on_time, d.late,
  d.total - d.completed AS due_open, e.overdue, e.due_today,
  CASE WHEN d.total = 0 THEN 'none' WHEN d.total = d.completed THEN 'done' ELSE 'open' END
    AS due_state,
  CASE
    WHEN d.completed = 0 THEN 'none'
    WHEN d.late = 0 THEN 'on_time'
    WHEN d.on_time = 0 THEN 'late'
    ELSE 'both'
  END AS done_state,
  CASE
    WHEN d.total = d.completed THEN 'none'
    WHEN :closing = 1 THEN 'unfinished'
    WHEN e.due_today = 0 THEN 'overdue'
    WHEN e.overdue = 0 THEN 'due_today'
    ELSE 'both'
  END AS late_state,
  s.has_milestones
FROM relation_sum AS a
JOIN relation_sum AS f ON f.relation = 'in_force'
JOIN relation_sum AS d ON d.relation = 'due'
CROSS JOIN extent AS e
CROSS JOIN stages AS s
WHERE a.relation = 'tasks'
