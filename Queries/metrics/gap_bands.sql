-- 未达序时差距分段 · Gaps to schedule, by band
--
-- Open tasks below schedule by how many points they lack (see `facts/gap_band`).
--
-- grain:   one row per band that has tasks
-- key:     from_points
-- params:  -
-- columns: from_points integer, to_points integer, band text, tasks integer, ordinal integer
-- order:   ordinal, from_points
SELECT
  p.from_points, p.to_points, p.band, count(*) AS tasks,
  row_number() OVER (ORDER BY p.from_points DESC) AS ordinal
FROM gap_band AS p
GROUP BY p.from_points, p.to_points, p.band
