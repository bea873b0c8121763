-- 总体判断：变化 · The judgement: what changed
--
-- What the sentence of judgement says of the change since the period before. Topic
-- `due_completion`: `up` or `down` by at least the plan's threshold (`points` as in
-- `figure_changes`), else `level`; nothing where one of the two has no due items. Topic
-- `below`: `same`, `more` or `fewer` tasks below schedule, by `tasks`; nothing without tasks
-- that can be compared at either moment, or without tasks in force.
--
-- grain:   one row per topic
-- key:     ordinal
-- params:  :closing integer
-- columns: ordinal integer, topic text, state text, points integer, tasks integer
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
  1 AS ordinal, 'due_completion' AS topic,
  CASE
    WHEN m.gain * 1000000 >= s.change * m.base THEN 'up'
    WHEN -m.gain * 1000000 >= s.change * m.base THEN 'down'
    ELSE 'level'
  END AS state,
  m.points, 0 AS tasks
FROM rate_change AS m
CROSS JOIN paper_setting AS s
WHERE m.figure = 'due_completion' AND m.base > 0
UNION ALL
SELECT
  2, 'below',
  CASE
    WHEN m.numerator = m.prior_numerator THEN 'same'
    WHEN m.numerator > m.prior_numerator THEN 'more'
    ELSE 'fewer'
  END,
  NULL,
  CASE
    WHEN m.numerator < m.prior_numerator THEN m.prior_numerator - m.numerator
    ELSE m.numerator - m.prior_numerator
  END
FROM rate_change AS m
WHERE m.figure = 'below' AND m.base > 0
