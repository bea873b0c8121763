-- 未达序时任务 · Tasks below schedule, by band
--
-- Open tasks below schedule by how many points they lack, the bands between the points of the
-- plan's `behind` lights: `from` the highest on, `between` two (the lower one included),
-- `below` the lowest; `all` where the plan has no such light. They add up to the tasks below
-- schedule. The widest band first, within it the widest gap.
--
-- grain:   one row per task
-- key:     task
-- params:  -
-- columns: ordinal integer, from_points integer, to_points integer, band text, band_tasks integer,
--          task text, number text, number_order text, title text, lead_units text, gap integer,
--          progress integer, scheduled integer, light text, reason_kind text, chase_by date
-- order:   ordinal, task
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
  row_number() OVER (ORDER BY p.from_points DESC, p.gap, t.number_order, p.task) AS ordinal,
  p.from_points, p.to_points, p.band, count(*) OVER (PARTITION BY p.from_points) AS band_tasks,
  p.task, t.number, t.number_order, t.title, t.led_by AS lead_units, p.gap, f.progress, f.scheduled,
  r.word AS light, t.reason_kind, t.chase_by
FROM placed AS p
JOIN task AS t ON t.task = p.task
JOIN task_fact AS f ON f.task = p.task
LEFT JOIN light_rule AS r ON r.ordinal = f.light
