-- 主要指标 · Key figures
--
-- The figures of the first sheet, each as numerator and denominator: what was due and the
-- schedule first, completion after them. What is due is done, overdue or due on the cut-off itself;
-- with the moment that closes the plan the last two are one figure (`unfinished`, 到期未办结). Behind is
-- what the plan's lights call so; a plan without such a light has none (`no_behind_light`), and below
-- schedule is then all one. Submissions are those of the newest period whose time limit has been
-- reached; targets leave out repeated, structural and aspirational ones: those that are due, and the
-- cumulative ones that are not, by their schedule.
--
-- grain:   one row per figure
-- key:     ordinal
-- params:  :as_of date, :closing integer
-- columns: ordinal integer, figure text, numerator integer, denominator integer
-- order:   ordinal
WITH
  plan_sum AS (
    SELECT
      sum(f.counted) AS in_force, sum(f.completed) AS completed, sum(f.accepted) AS accepted,
      sum(f.expected) AS expected, sum(f.due) AS due, sum(f.due_completed) AS due_completed,
      sum(f.on_time) AS on_time, sum(f.overdue) AS overdue,
      sum(f.due - f.due_completed - f.overdue) AS due_today, sum(f.unfinished) AS unfinished,
      sum(f.filled) AS filled, sum(f.behind) AS behind,
      sum(f.slightly_behind) AS slightly_behind, sum(f.not_filled) AS not_filled, sum(f.late) AS late,
      sum(f.done_items) AS done_items, sum(f.period_due) AS period_due,
      sum(f.period_done) AS period_done
    FROM task_fact AS f
  ),
  reports AS (
    SELECT
      count(*) AS owed, sum(CASE WHEN o.state = 'on_time' THEN 1 ELSE 0 END) AS on_time
    FROM submission_owed AS o
    WHERE o.ordinal = (SELECT max(x.ordinal) FROM submission_owed AS x)
  ),
  news AS (
    SELECT count(*) AS owed, sum(CASE WHEN p.published >= p.quota THEN 1 ELSE 0 END) AS met
    FROM publication_count AS p
    WHERE p.quota > 0
  ),
  problems AS (
    SELECT
      count(*) AS found, sum(CASE WHEN r.accepted_on <= :as_of THEN 1 ELSE 0 END) AS struck_off
    FROM rectification AS r
    WHERE coalesce(r.found_on, :as_of) <= :as_of
  ),
  targets AS (
    SELECT
      sum(t.is_due) AS counted, sum(CASE WHEN t.state = 'met' THEN 1 ELSE 0 END) AS met,
      sum(CASE WHEN t.scheduled_value IS NULL THEN 0 ELSE 1 END) AS paced,
      sum(CASE WHEN t.state = 'on_schedule' THEN 1 ELSE 0 END) AS on_schedule
    FROM target_fact AS t
    WHERE t.apart = 0 AND t.repeats = 0
  ),
  figures AS (
    SELECT 1 AS ordinal, 'due_completion' AS figure, p.due_completed AS numerator,
      p.due AS denominator
    FROM plan_sum AS p
    UNION ALL
    SELECT 2, 'on_time', p.on_time, p.due FROM plan_sum AS p
    UNION ALL
    SELECT 3, 'overdue', p.overdue, p.due FROM plan_sum AS p WHERE :closing = 0
    UNION ALL
    SELECT 3, 'unfinished', p.unfinished, p.due FROM plan_sum AS p WHERE :closing = 1
    UNION ALL
    SELECT 4, 'due_today', p.due_today, p.due FROM plan_sum AS p WHERE :closing = 0
    UNION ALL
    SELECT 5, 'schedule_behind', p.behind, p.filled
    FROM plan_sum AS p
    WHERE EXISTS (SELECT 1 FROM light_rule AS r WHERE r.condition = 'behind')
    UNION ALL
    SELECT 5, 'no_behind_light', 0, 0
    FROM plan_sum AS p
    WHERE NOT EXISTS (SELECT 1 FROM light_rule AS r WHERE r.condition = 'behind')
    UNION ALL
    SELECT 6, 'slightly_behind', p.slightly_behind, p.filled FROM plan_sum AS p
    UNION ALL
    SELECT 7, 'not_filled', p.not_filled, p.in_force FROM plan_sum AS p
    UNION ALL
    SELECT 8, 'completion', p.completed, p.in_force FROM plan_sum AS p
    UNION ALL
    SELECT 9, 'acceptance', p.accepted, p.in_force FROM plan_sum AS p
    UNION ALL
    SELECT 10, 'expected_completion', p.expected, p.in_force FROM plan_sum AS p
    UNION ALL
    SELECT 11, 'period_due_completion', p.period_done, p.period_due FROM plan_sum AS p
    UNION ALL
    SELECT 12, 'late', p.late, p.done_items FROM plan_sum AS p
    UNION ALL
    SELECT 13, 'submissions_on_time', r.on_time, r.owed FROM reports AS r
    UNION ALL
    SELECT 14, 'publications_met', n.met, n.owed FROM news AS n
    UNION ALL
    SELECT 15, 'rectified', b.struck_off, b.found FROM problems AS b
    UNION ALL
    SELECT 16, 'targets_met', t.met, t.counted FROM targets AS t
    UNION ALL
    SELECT 17, 'targets_on_schedule', t.on_schedule, t.paced FROM targets AS t
  )
SELECT
  f.ordinal, f.figure, coalesce(f.numerator, 0) AS numerator,
  coalesce(f.denominator, 0) AS denominator
FROM figures AS f
