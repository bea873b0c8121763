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
-- params:  -
-- columns: ordinal integer, topic text, state text, points integer, tasks integer
-- order:   ordinal
WITH
  rate_change AS (
    SELECT
      c.figure, c.numerator, c.prior_numerator, c.points,
      c.numerator * c.prior_denominator - c.prior_numerator * c.denominator AS gain,
      c.denominator * c.prior_denominator AS base
    FROM figure_changes AS c
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
