-- 总体判断各句 · The judgement, part by part
--
-- What the sentence of judgement says of this moment, by the thresholds of the plan (`judgement`),
-- in order. Topic `due`: `no_tasks` (nothing else is said then), `none`, `all_on_time`, `all_done`,
-- `due_today` (nothing overdue), `good` or `slow`, with the moment that closes the plan
-- `unfinished`. Topic `schedule`: `all`, `all_filled` (some are not filled in), `few`, `many` or
-- `most` below schedule; nothing where no task can be compared and none is unfilled. Topic `late`:
-- `late` where the on-time rate is too far below the due-completion rate.
--
-- grain:   one row per topic on which something is said
-- key:     ordinal
-- params:  :closing integer
-- columns: ordinal integer, topic text, state text, due integer, due_completed integer,
--          on_time integer, late integer, due_open integer, overdue integer, due_today integer,
--          below integer, filled integer, not_filled integer
-- order:   ordinal
WITH
  plan_sum AS (
    SELECT
      coalesce(sum(f.counted), 0) AS in_force, coalesce(sum(f.due), 0) AS due,
      coalesce(sum(f.due_completed), 0) AS due_completed,
      coalesce(sum(f.on_time), 0) AS on_time, coalesce(sum(f.overdue), 0) AS overdue,
      coalesce(sum(f.due - f.due_completed - f.overdue), 0) AS due_today,
      coalesce(sum(f.filled), 0) AS filled, coalesce(sum(f.not_filled), 0) AS not_filled,
      coalesce(sum(CASE WHEN f.gap < 0 THEN 1 ELSE 0 END), 0) AS below
    FROM task_fact AS f
  ),
  judged AS (
    SELECT
      1 AS ordinal, 'due' AS topic,
      CASE
        WHEN p.in_force = 0 THEN 'no_tasks'
        WHEN p.due = 0 THEN 'none'
        WHEN p.on_time = p.due THEN 'all_on_time'
        WHEN p.due_completed = p.due THEN 'all_done'
        WHEN :closing = 1 THEN 'unfinished'
        WHEN p.overdue = 0 THEN 'due_today'
        WHEN p.overdue * 1000000 < s.overdue * p.due
          AND p.due_completed * 1000000 >= s.due_completion * p.due THEN 'good'
        ELSE 'slow'
      END AS state
    FROM plan_sum AS p
    CROSS JOIN paper_setting AS s
    UNION ALL
    SELECT
      2, 'schedule',
      CASE
        WHEN p.in_force = 0 OR p.filled + p.not_filled = 0 THEN ''
        WHEN p.below = 0 AND p.not_filled = 0 THEN 'all'
        WHEN p.below = 0 THEN 'all_filled'
        WHEN p.below * 1000000 < s.few_below * p.filled THEN 'few'
        WHEN p.below * 1000000 < s.many_below * p.filled THEN 'many'
        ELSE 'most'
      END
    FROM plan_sum AS p
    CROSS JOIN paper_setting AS s
    UNION ALL
    SELECT
      4, 'late',
      CASE
        WHEN p.due > 0 AND p.due_completed > p.on_time
          AND (p.due_completed - p.on_time) * 1000000 >= s.late * p.due THEN 'late'
        ELSE ''
      END
    FROM plan_sum AS p
    CROSS JOIN paper_setting AS s
  )
SELECT
  j.ordinal, j.topic, j.state, p.due, p.due_completed, p.on_time,
  p.due_completed - p.on_time AS late, p.due - p.due_completed AS due_open, p.overdue, p.due_today,
  p.below, p.filled, p.not_filled
FROM judged AS j
CROSS JOIN plan_sum AS p
WHERE j.state <> ''
