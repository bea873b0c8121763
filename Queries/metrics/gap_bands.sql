-- 未达序时差距分段 · Gaps to schedule, by band
--
-- Open tasks below schedule by how many points they lack, the bands between the points of the
-- plan's `behind` lights: `from` the highest on, `between` two (the lower one included),
-- `below` the lowest; `all` where the plan has no such light. They add up to the tasks below
-- schedule.
--
-- grain:   one row per band that has tasks
-- key:     from_points
-- params:  -
-- columns: from_points integer, to_points integer, band text, tasks integer, ordinal integer
-- order:   ordinal, from_points
WITH
  threshold AS (
    SELECT DISTINCT r.threshold AS points
    FROM light_rule AS r
    WHERE r.condition = 'behind' AND r.threshold > 0
  ),
  band AS (
    SELECT t.points AS from_points, min(u.points) AS to_points
    FROM threshold AS t
    LEFT JOIN threshold AS u ON u.points > t.points
    GROUP BY t.points
    UNION ALL
    SELECT 0, min(t.points) FROM threshold AS t
  ),
  placed AS (
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
    CROSS JOIN band AS b
    WHERE f.counted = 1 AND f.completed = 0 AND -f.gap > 0 AND -f.gap >= b.from_points
      AND (b.to_points IS NULL OR -f.gap < b.to_points)
  )
SELECT
  p.from_points, p.to_points, p.band, count(*) AS tasks,
  row_number() OVER (ORDER BY p.from_points DESC) AS ordinal
FROM placed AS p
GROUP BY p.from_points, p.to_points, p.band
