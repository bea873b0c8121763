-- 总数及其构成 · Totals and what they are made of
--
-- Every total that papers break down, counted part by part; a part of which there is none has no row.
-- `level` 0 is the total, 1 its parts, 2 the parts of the part `whole`. The relations: `due` (items due
-- by the cut-off), `tasks` (of the ledger), `in_force` (counted tasks: completed, or open by schedule),
-- `below` (open tasks below schedule, by their lights), `expected` (counted tasks, by what is expected of
-- them), `lights` (counted tasks, by their lights), `reports` (owed for the newest period whose time
-- limit has been reached), `rectifications`, `targets` and `period_due` (items due in the period).
-- With the moment that closes the plan overdue and due that day are one (`unfinished`). Of targets those
-- that repeat another, aspirational and structural ones stand apart, whatever their state.
--
-- grain:   one row per relation and part
-- key:     relation, ordinal
-- params:  :as_of date, :closing integer
-- columns: relation text, place integer, ordinal integer, level integer, part text, whole text,
--          label text, amount integer
WITH
  relation (relation, place) AS (
    VALUES
      ('due', 1), ('tasks', 2), ('in_force', 3), ('below', 4), ('expected', 5), ('lights', 6),
      ('reports', 7), ('rectifications', 8), ('targets', 9), ('period_due', 10)
  ),
  part (part, ordinal, whole) AS (
    VALUES
      ('total', 0, ''), ('in_force', 1, 'total'), ('completed', 2, 'total'),
      ('closed', 2, 'total'), ('on_time', 3, 'completed'), ('late', 4, 'completed'),
      ('accepted', 5, 'completed'), ('awaiting', 6, 'completed'), ('overdue', 7, 'total'),
      ('due_today', 8, 'total'), ('unfinished', 9, 'total'), ('later', 10, 'total'),
      ('ongoing', 11, 'total'), ('not_started', 12, 'total'), ('cancelled', 13, 'total'),
      ('transferred', 14, 'total'), ('ahead', 15, 'total'), ('on_schedule', 16, 'total'),
      ('below', 17, 'total'), ('not_filled', 18, 'total'), ('no_schedule', 19, 'total'),
      ('assured', 20, 'total'), ('difficult', 21, 'total'), ('not_said', 22, 'total'),
      ('done', 23, 'total'), ('open', 24, 'total'), ('in_time', 25, 'total'),
      ('reported_late', 26, 'total'), ('missing', 27, 'total'), ('met', 28, 'total'),
      ('missed', 29, 'total'), ('target_on_schedule', 30, 'total'),
      ('below_schedule', 31, 'total'), ('not_due', 32, 'total'), ('not_measured', 33, 'total'),
      ('aspirational', 34, 'total'), ('structural', 35, 'total'), ('repeats', 36, 'total')
  ),
  task_state AS (
    SELECT
      f.counted, f.completed, f.accepted, f.light,
      CASE
        WHEN f.counted = 1 THEN 'in_force'
        WHEN f.ongoing = 1 THEN 'ongoing'
        WHEN f.status IN ('cancelled', 'transferred') THEN f.status
        ELSE 'not_started'
      END AS standing,
      CASE
        WHEN f.completed = 1 THEN 'completed'
        WHEN f.progress IS NULL THEN 'not_filled'
        WHEN f.gap IS NULL THEN 'no_schedule'
        WHEN f.gap > 0 THEN 'ahead'
        WHEN f.gap = 0 THEN 'on_schedule'
        ELSE 'below'
      END AS schedule,
      CASE
        WHEN f.completed = 1 THEN 'completed'
        WHEN f.expected = 1 THEN 'assured'
        WHEN t.outlook IS NULL AND t.expected_on IS NULL THEN 'not_said'
        ELSE 'difficult'
      END AS expectation
    FROM task_fact AS f
    JOIN task AS t ON t.task = f.task
  ),
  item_state AS (
    SELECT
      i.is_due, i.in_period, i.done,
      CASE
        WHEN i.done = 1 AND i.late = 1 THEN 'late'
        WHEN i.done = 1 THEN 'on_time'
        WHEN i.is_due = 0 THEN 'later'
        WHEN :closing = 1 THEN 'unfinished'
        WHEN i.overdue = 1 THEN 'overdue'
        ELSE 'due_today'
      END AS state
    FROM item AS i
    WHERE i.part = ''
  ),
  report AS (
    SELECT
      CASE o.state WHEN 'on_time' THEN 'in_time' WHEN 'late' THEN 'reported_late' ELSE 'missing'
      END AS state
    FROM submission_owed AS o
    WHERE o.ordinal = (SELECT max(x.ordinal) FROM submission_owed AS x)
  ),
  problem AS (
    SELECT
      CASE
        WHEN r.accepted_on <= :as_of THEN 'closed'
        WHEN r.completed_on <= :as_of THEN 'done'
        WHEN r.due_on < :as_of THEN 'overdue'
        ELSE 'open'
      END AS state
    FROM rectification AS r
    WHERE coalesce(r.found_on, :as_of) <= :as_of
  ),
  target_state AS (
    SELECT
      CASE
        WHEN f.repeats = 1 THEN 'repeats'
        WHEN f.apart = 1 THEN t.nature
        WHEN f.state = 'on_schedule' THEN 'target_on_schedule'
        ELSE f.state
      END AS state
    FROM target_fact AS f
    JOIN target AS t ON t.target = f.target
  ),
  tallied AS (
    SELECT 'due' AS relation, 'total' AS part, count(*) AS amount
    FROM item_state AS i
    WHERE i.is_due = 1
    UNION ALL
    SELECT 'due', i.state, count(*) FROM item_state AS i WHERE i.is_due = 1 GROUP BY i.state
    UNION ALL
    SELECT 'due', 'completed', count(*)
    FROM item_state AS i
    WHERE i.is_due = 1 AND i.done = 1
    GROUP BY i.is_due
    UNION ALL
    SELECT 'tasks', 'total', count(*) FROM task_state AS t
    UNION ALL
    SELECT 'tasks', t.standing, count(*) FROM task_state AS t GROUP BY t.standing
    UNION ALL
    SELECT 'in_force', 'total', count(*) FROM task_state AS t WHERE t.counted = 1
    UNION ALL
    SELECT 'in_force', t.schedule, count(*)
    FROM task_state AS t
    WHERE t.counted = 1
    GROUP BY t.schedule
    UNION ALL
    SELECT 'in_force', CASE t.accepted WHEN 1 THEN 'accepted' ELSE 'awaiting' END, count(*)
    FROM task_state AS t
    WHERE t.counted = 1 AND t.completed = 1
    GROUP BY t.accepted
    UNION ALL
    SELECT 'below', 'total', count(*)
    FROM task_state AS t
    WHERE t.counted = 1 AND t.schedule = 'below'
    UNION ALL
    SELECT 'expected', 'total', count(*) FROM task_state AS t WHERE t.counted = 1
    UNION ALL
    SELECT 'expected', t.expectation, count(*)
    FROM task_state AS t
    WHERE t.counted = 1
    GROUP BY t.expectation
    UNION ALL
    SELECT 'lights', 'total', count(*) FROM task_state AS t WHERE t.counted = 1
    UNION ALL
    SELECT 'reports', 'total', count(*) FROM report AS r
    UNION ALL
    SELECT 'reports', r.state, count(*) FROM report AS r GROUP BY r.state
    UNION ALL
    SELECT 'rectifications', 'total', count(*) FROM problem AS p
    UNION ALL
    SELECT 'rectifications', p.state, count(*) FROM problem AS p GROUP BY p.state
    UNION ALL
    SELECT 'targets', 'total', count(*) FROM target_state AS t
    UNION ALL
    SELECT 'targets', t.state, count(*) FROM target_state AS t GROUP BY t.state
    UNION ALL
    SELECT 'period_due', 'total', count(*) FROM item_state AS i WHERE i.in_period = 1
    UNION ALL
    SELECT 'period_due', i.state, count(*)
    FROM item_state AS i
    WHERE i.in_period = 1
    GROUP BY i.state
    UNION ALL
    SELECT 'period_due', 'completed', count(*)
    FROM item_state AS i
    WHERE i.in_period = 1 AND i.done = 1
    GROUP BY i.in_period
  ),
  lit AS (
    SELECT 'lights' AS relation, t.light, count(*) AS amount
    FROM task_state AS t
    WHERE t.counted = 1
    GROUP BY t.light
    UNION ALL
    SELECT 'below', t.light, count(*)
    FROM task_state AS t
    WHERE t.counted = 1 AND t.schedule = 'below'
    GROUP BY t.light
  )
SELECT
  c.relation, w.place, p.ordinal, CASE p.whole WHEN '' THEN 0 WHEN 'total' THEN 1 ELSE 2 END AS level,
  c.part, p.whole, CAST(NULL AS text) AS label, c.amount
FROM tallied AS c
JOIN relation AS w ON w.relation = c.relation
JOIN part AS p ON p.part = c.part
UNION ALL
SELECT t.relation, w.place, 100 + l.ordinal, 1, 'light', 'total', l.word, t.amount
FROM lit AS t
JOIN relation AS w ON w.relation = t.relation
JOIN light_rule AS l ON l.ordinal = t.light
