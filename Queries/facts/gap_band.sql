-- Tasks below schedule, by band
--
-- Open tasks below schedule by how many points they lack, the bands between the points of the
-- plan's `behind` lights: `from` the highest on, `between` two (the lower one included),
-- `below` the lowest; `all` where the plan has no such light. They add up to the tasks below
-- schedule.
--
-- grain:   one row per task
-- key:     task
-- params:  -
-- columns: task text, gap integer, from_points integer, to_points integer, band text
WITH
  threshold AS (
    SELECT DISTINCT r.threshold AS points
    FROM light_rule AS r
    WHERE r.condition = 'behind' AND r.threshold > 0
  ),
  bound AS (
    SELECT t.points AS from_points, min(u.points) AS to_points
    FROM threshold AS t
    LEFT JOIN threshold AS u ON u.points > t.points
    GROUP BY t.points
    UNION ALL
    SELECT 0, min(t.points) FROM threshold AS t
  )
SELECT
  f.task, f.gap, b.from_points, b.to_points,
  CASE
    WHEN b.from_points = 0 AND b.to_points IS NULL THEN 'all'
    WHEN b.from_points = 0 THEN 'below'
    WHEN b.to_points IS NULL THEN 'from'
    ELSE 'between'
  END AS band
-- CROSS JOIN keeps this order: the tasks are read once.
FROM task_fact AS f
CROSS JOIN bound AS b
WHERE f.counted = 1 AND f.completed = 0 AND -f.gap > 0 AND -f.gap >= b.from_points
  AND (b.to_points IS NULL OR -f.gap < b.to_points)
