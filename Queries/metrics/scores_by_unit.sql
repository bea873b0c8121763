-- 单位得分与名次 · Scores and places of the units, with what they lead
--
-- Scores by the rules in force at the cut-off, in millionths of a point: the sum of the unit's
-- `score_lines`. A unit without tasks that count has none: there is nothing to score. Places are
-- within the ranking group: equal scores share one and the next are skipped. `remark` says why a unit
-- has none (`no_tasks`, `no_group`, `out_of_office`), or that it has few tasks (`small`).
-- `scored_tasks` and what follows are the parts of the roles that count for the unit, on which its
-- score stands. `change` is places gained since the cut-off before. The rest is that of
-- `completion_by_unit`. No rows where the plan has no rules.
--
-- grain:   one row per unit that is scored or leads a task
-- key:     unit
-- params:  -
-- columns: unit text, unit_name text, ranking_group text, group_order integer,
--          official_order integer, place integer, ranked integer, points integer, remark text,
--          flags text, scored_tasks integer, prior_points integer, prior_place integer,
--          change integer, tasks integer, in_force integer, completed integer, accepted integer,
--          ongoing integer, suspended integer, expected integer, due integer,
--          due_completed integer, on_time integer, overdue integer, overdue_days integer,
--          overdue_longest integer, overdue_workdays integer, original_overdue integer,
--          original_overdue_days integer, late integer, late_days integer, filled integer,
--          behind integer, ahead integer, gap_sum integer, slightly_behind integer,
--          due_open integer, due_today integer, scored_completed integer, scored_due integer,
--          scored_due_completed integer
-- order:   group_order, place, official_order, unit
WITH
  grouped AS (
    SELECT u.ranking_group, min(u.official_order) AS group_order
    FROM unit AS u
    WHERE u.ranking_group IS NOT NULL
    GROUP BY u.ranking_group
  ),
  listed AS (
    SELECT s.unit FROM score AS s
    UNION
    SELECT l.unit FROM lead_sum AS l WHERE EXISTS (SELECT 1 FROM score AS s)
  ),
  scored AS (
    SELECT
      f.unit, sum(f.completed) AS completed, sum(f.due) AS due,
      sum(f.due_completed) AS due_completed
    FROM part_fact AS f
    CROSS JOIN score AS s
    WHERE s.unit = f.unit
      AND CASE f.role_code
        WHEN 1 THEN s.leads WHEN 2 THEN s.collects WHEN 3 THEN s.answers ELSE s.supports
      END = 1
    GROUP BY f.unit
  )
SELECT
  n.unit, u.unit_name, u.ranking_group, g.group_order, u.official_order, s.place, s.ranked,
  CASE WHEN s.tasks > 0 THEN s.points END AS points,
  CASE WHEN s.tasks = 0 THEN 'no_tasks' WHEN s.is_small = 1 THEN 'small' ELSE s.unranked END
    AS remark, s.flags,
  s.tasks AS scored_tasks,
  CASE
    WHEN s.prior_place IS NOT NULL OR u.ranking_group IS NULL THEN s.prior_points
  END AS prior_points, s.prior_place, s.prior_place - s.place AS change,
  coalesce(l.tasks, 0) AS tasks, coalesce(l.in_force, 0) AS in_force,
  coalesce(l.completed, 0) AS completed, coalesce(l.accepted, 0) AS accepted,
  coalesce(l.ongoing, 0) AS ongoing, coalesce(l.suspended, 0) AS suspended,
  coalesce(l.expected, 0) AS expected, coalesce(l.due, 0) AS due,
  coalesce(l.due_completed, 0) AS due_completed, coalesce(l.on_time, 0) AS on_time,
  coalesce(l.overdue, 0) AS overdue, coalesce(l.overdue_days, 0) AS overdue_days,
  l.overdue_longest, coalesce(l.overdue_workdays, 0) AS overdue_workdays,
  coalesce(l.original_overdue, 0) AS original_overdue,
  coalesce(l.original_overdue_days, 0) AS original_overdue_days, coalesce(l.late, 0) AS late,
  coalesce(l.late_days, 0) AS late_days, coalesce(l.filled, 0) AS filled,
  coalesce(l.behind, 0) AS behind, coalesce(l.ahead, 0) AS ahead,
  coalesce(l.gap_sum, 0) AS gap_sum,
  coalesce(l.slightly_behind, 0) AS slightly_behind, coalesce(l.due_open, 0) AS due_open,
  coalesce(l.due_today, 0) AS due_today, coalesce(c.completed, 0) AS scored_completed,
  coalesce(c.due, 0) AS scored_due, coalesce(c.due_completed, 0) AS scored_due_completed
FROM listed AS n
JOIN unit AS u ON u.unit = n.unit
LEFT JOIN grouped AS g ON g.ranking_group = u.ranking_group
LEFT JOIN score AS s ON s.unit = n.unit
LEFT JOIN lead_sum AS l ON l.unit = n.unit
LEFT JOIN scored AS c ON c.unit = n.unit
