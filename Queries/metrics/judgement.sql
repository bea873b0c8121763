-- 总体判断 · Judgement
--
-- What the leader's page says first: whether anything is overdue or behind its schedule. `state` is
-- `on_track` if neither, `behind`, `overdue`, `both`, or `none` without tasks in force. No threshold
-- of ours enters it.
--
-- grain:   one row
-- key:     state
-- params:  -
-- columns: state text, in_force integer, completed integer, due integer, due_completed integer,
--          overdue integer, behind integer, overdue_units integer
-- order:   state
WITH
  plan_sum AS (
    SELECT
      coalesce(sum(f.counted), 0) AS in_force, coalesce(sum(f.completed), 0) AS completed,
      coalesce(sum(f.due), 0) AS due, coalesce(sum(f.due_completed), 0) AS due_completed,
      coalesce(sum(f.overdue), 0) AS overdue, coalesce(sum(f.behind), 0) AS behind
    FROM task_fact AS f
  )
SELECT
  CASE
    WHEN p.in_force = 0 THEN 'none'
    WHEN p.overdue > 0 AND p.behind > 0 THEN 'both'
    WHEN p.overdue > 0 THEN 'overdue'
    WHEN p.behind > 0 THEN 'behind'
    ELSE 'on_track'
  END AS state,
  p.in_force, p.completed, p.due, p.due_completed, p.overdue, p.behind,
  (SELECT count(*) FROM lead_sum AS l WHERE l.overdue > 0) AS overdue_units
FROM plan_sum AS p
