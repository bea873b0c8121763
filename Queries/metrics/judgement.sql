-- 总体判断 · Judgement
--
-- What the leader's page says first: whether anything is overdue or behind as the plan's lights call
-- it. `state` is `on_track` if neither, `behind`, `overdue`, `both`, or `none` without tasks in force;
-- with the moment that closes the plan `unfinished` and `unfinished_both`, and `overdue` counts what
-- was due by its end. No threshold of ours enters it.
--
-- grain:   one row
-- key:     state
-- params:  :closing integer
-- columns: state text, in_force integer, completed integer, due integer, due_completed integer,
--          overdue integer, behind integer, overdue_units integer
-- order:   state
WITH
  plan_sum AS (
    SELECT
      coalesce(sum(f.counted), 0) AS in_force, coalesce(sum(f.completed), 0) AS completed,
      coalesce(sum(f.due), 0) AS due, coalesce(sum(f.due_completed), 0) AS due_completed,
      coalesce(sum(f.unfinished), 0) AS overdue, coalesce(sum(f.behind), 0) AS behind
    FROM task_fact AS f
  )
SELECT
  CASE
    WHEN p.in_force = 0 THEN 'none'
    WHEN p.overdue > 0 AND :closing = 1
      THEN CASE WHEN p.behind > 0 THEN 'unfinished_both' ELSE 'unfinished' END
    WHEN p.overdue > 0 AND p.behind > 0 THEN 'both'
    WHEN p.overdue > 0 THEN 'overdue'
    WHEN p.behind > 0 THEN 'behind'
    ELSE 'on_track'
  END AS state,
  p.in_force, p.completed, p.due, p.due_completed, p.overdue, p.behind,
  (SELECT count(*)
    FROM lead_sum AS l
    WHERE l.overdue > 0 OR :closing = 1 AND l.due > l.due_completed) AS overdue_units
FROM plan_sum AS p
