-- 灯 · Lights
--
-- How many counted tasks have each of the plan's lights, in the plan's order, lights that no task
-- has among them.
--
-- grain:   one row per light
-- key:     ordinal
-- params:  -
-- columns: ordinal integer, light text, colour text, tasks integer, in_force integer
-- order:   ordinal
WITH
  whole AS (
    SELECT sum(f.counted) AS in_force FROM task_fact AS f
  ),
  shown AS (
    SELECT f.light, count(*) AS tasks FROM task_fact AS f WHERE f.light IS NOT NULL GROUP BY f.light
  )
SELECT r.ordinal, r.word AS light, r.colour, coalesce(s.tasks, 0) AS tasks, w.in_force
FROM light_rule AS r
CROSS JOIN whole AS w
LEFT JOIN shown AS s ON s.light = r.ordinal
