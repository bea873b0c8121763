-- 未达序时任务 · Tasks below schedule, by band
--
-- Open tasks below schedule by how many points they lack (see `facts/gap_band`). The widest band first, within it the widest gap.
--
-- grain:   one row per task
-- key:     task
-- params:  -
-- columns: ordinal integer, from_points integer, to_points integer, band text, band_tasks integer,
--          task text, number text, number_order text, title text, lead_units text, gap integer,
--          progress integer, scheduled integer, light text, reason_kind text, chase_by date
-- order:   ordinal, task
SELECT
  row_number() OVER (ORDER BY p.from_points DESC, p.gap, t.number_order, p.task) AS ordinal,
  p.from_points, p.to_points, p.band, count(*) OVER (PARTITION BY p.from_points) AS band_tasks,
  p.task, t.number, t.number_order, t.title, t.led_by AS lead_units, p.gap, f.progress, f.scheduled,
  r.word AS light, t.reason_kind, t.chase_by
FROM gap_band AS p
JOIN task AS t ON t.task = p.task
JOIN task_fact AS f ON f.task = p.task
LEFT JOIN light_rule AS r ON r.ordinal = f.light
