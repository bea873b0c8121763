-- 六项指标增减 · How the six figures changed
--
-- The figures of `metrics/six_figures` then and now, each as numerator and denominator.
-- `points` is by how much the rate changed, without a sign, to a tenth of a percentage point
-- (in millionths), and `direction` whether it went `up` or `down`, or is the `same` at that
-- precision; `none` where one of the two has an empty denominator. With the moment that closes
-- the plan the overdue rate has no counterpart and is left out.
--
-- grain:   one row per figure
-- key:     ordinal
-- params:  :closing integer
-- columns: ordinal integer, figure text, numerator integer, denominator integer,
--          prior_numerator integer, prior_denominator integer, direction text, points integer
-- order:   ordinal
WITH
  figure (ordinal, figure) AS (
    VALUES
      (1, 'due_completion'), (2, 'on_time'), (3, 'overdue'), (4, 'below'), (5, 'completion'),
      (6, 'submissions_on_time')
  ),
  now_sum AS (
    SELECT
      sum(f.counted) AS in_force, sum(f.completed) AS completed, sum(f.due) AS due,
      sum(f.due_completed) AS due_completed, sum(f.on_time) AS on_time, sum(f.overdue) AS overdue,
      sum(f.filled) AS filled, sum(CASE WHEN f.gap < 0 THEN 1 ELSE 0 END) AS below
    FROM task_fact AS f
  ),
  now_report AS (
    SELECT count(*) AS owed, sum(CASE WHEN o.state = 'on_time' THEN 1 ELSE 0 END) AS on_time
    FROM submission_owed AS o
    WHERE o.ordinal = (SELECT max(x.ordinal) FROM submission_owed AS x)
  ),
  then_sum AS (
    SELECT
      sum(f.counted) AS in_force, sum(f.completed) AS completed, sum(f.due) AS due,
      sum(f.due_completed) AS due_completed, sum(f.on_time) AS on_time, sum(f.overdue) AS overdue,
      sum(f.filled) AS filled, sum(CASE WHEN f.gap < 0 THEN 1 ELSE 0 END) AS below
    FROM prior_task_fact AS f
  ),
  then_report AS (
    SELECT count(*) AS owed, sum(CASE WHEN o.state = 'on_time' THEN 1 ELSE 0 END) AS on_time
    FROM prior_submission_owed AS o
    WHERE o.ordinal = (SELECT max(x.ordinal) FROM prior_submission_owed AS x)
  ),
  figure_side AS (
    SELECT
      k.ordinal, k.figure,
      CASE k.ordinal
        WHEN 1 THEN n.due_completed WHEN 2 THEN n.on_time WHEN 3 THEN n.overdue
        WHEN 4 THEN n.below WHEN 5 THEN n.completed ELSE r.on_time
      END AS numerator,
      CASE k.ordinal WHEN 4 THEN n.filled WHEN 5 THEN n.in_force WHEN 6 THEN r.owed ELSE n.due END
        AS denominator,
      CASE k.ordinal
        WHEN 1 THEN p.due_completed WHEN 2 THEN p.on_time WHEN 3 THEN p.overdue
        WHEN 4 THEN p.below WHEN 5 THEN p.completed ELSE q.on_time
      END AS prior_numerator,
      CASE k.ordinal WHEN 4 THEN p.filled WHEN 5 THEN p.in_force WHEN 6 THEN q.owed ELSE p.due END
        AS prior_denominator
    FROM figure AS k
    CROSS JOIN now_sum AS n
    CROSS JOIN now_report AS r
    CROSS JOIN then_sum AS p
    CROSS JOIN then_report AS q
    WHERE k.ordinal <> 3 OR :closing = 0
  ),
  whole AS (
    SELECT
      v.ordinal, v.figure, CAST(coalesce(v.numerator, 0) AS bigint) AS numerator,
      CAST(coalesce(v.denominator, 0) AS bigint) AS denominator,
      CAST(coalesce(v.prior_numerator, 0) AS bigint) AS prior_numerator,
      CAST(coalesce(v.prior_denominator, 0) AS bigint) AS prior_denominator
    FROM figure_side AS v
  ),
  crossed AS (
    SELECT
      w.ordinal, w.figure, w.numerator, w.denominator, w.prior_numerator, w.prior_denominator,
      w.numerator * w.prior_denominator - w.prior_numerator * w.denominator AS gain,
      w.denominator * w.prior_denominator AS base
    FROM whole AS w
  ),
  rate_change AS (
    SELECT
      c.ordinal, c.figure, c.numerator, c.denominator, c.prior_numerator, c.prior_denominator,
      c.gain, c.base,
      CASE
        WHEN c.base = 0 THEN NULL
        ELSE (2000 * CASE WHEN c.gain < 0 THEN -c.gain ELSE c.gain END + c.base) / (2 * c.base) * 1000
      END AS points
    FROM crossed AS c
  )
SELECT
  m.ordinal, m.figure, m.numerator, m.denominator, m.prior_numerator, m.prior_denominator,
  CASE
    WHEN m.base = 0 THEN 'none'
    WHEN m.points = 0 THEN 'same'
    WHEN m.gain > 0 THEN 'up'
    ELSE 'down'
  END AS direction,
  m.points
FROM rate_change AS m
