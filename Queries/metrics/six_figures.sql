-- 六项指标 · Six figures
--
-- The figures of the leader's page, each as numerator and denominator: due completion, on time,
-- overdue (with the moment that closes the plan `unfinished`), tasks below schedule of those filled
-- in, completion, reports in time.
--
-- grain:   one row per figure
-- key:     ordinal
-- params:  :closing integer
-- columns: ordinal integer, figure text, numerator integer, denominator integer
-- order:   ordinal
WITH
  plan_sum AS (
    SELECT
      coalesce(sum(f.counted), 0) AS in_force, coalesce(sum(f.completed), 0) AS completed,
      coalesce(sum(f.due), 0) AS due, coalesce(sum(f.due_completed), 0) AS due_completed,
      coalesce(sum(f.on_time), 0) AS on_time, coalesce(sum(f.unfinished), 0) AS unfinished,
      coalesce(sum(f.filled), 0) AS filled,
      coalesce(sum(CASE WHEN f.gap < 0 THEN 1 ELSE 0 END), 0) AS below
    FROM task_fact AS f
  ),
  reports AS (
    SELECT
      count(*) AS owed, coalesce(sum(CASE WHEN o.state = 'on_time' THEN 1 ELSE 0 END), 0) AS on_time
    FROM submission_owed AS o
    WHERE o.ordinal = (SELECT max(x.ordinal) FROM submission_owed AS x)
  )
SELECT 1 AS ordinal, 'due_completion' AS figure, p.due_completed AS numerator, p.due AS denominator
FROM plan_sum AS p
UNION ALL
SELECT 2, 'on_time', p.on_time, p.due FROM plan_sum AS p
UNION ALL
SELECT 3, CASE WHEN :closing = 1 THEN 'unfinished' ELSE 'overdue' END, p.unfinished, p.due
FROM plan_sum AS p
UNION ALL
SELECT 4, 'below', p.below, p.filled FROM plan_sum AS p
UNION ALL
SELECT 5, 'completion', p.completed, p.in_force FROM plan_sum AS p
UNION ALL
SELECT 6, 'submissions_on_time', r.on_time, r.owed FROM reports AS r
