-- 指标欠序时 · Targets whose converted progress is below schedule
--
-- How far a target has come from its base to its value (折算进度), as a ratio: of binding and
-- converted ones (确保, 折算) of tasks in force that have a base and a measured value and repeat
-- no other. Those below the period's nominal progress. `task_targets` counts the task's.
--
-- grain:   one row per target
-- key:     target
-- params:  :nominal integer
-- columns: target text, task text, number text, number_order text, title text, lead_units text,
--          indicator text, measure text, base integer, target_value integer, actual integer,
--          converted ratio, task_targets integer, tasks integer
-- order:   number_order, target
WITH
  gone AS (
    SELECT
      t.target, t.task, t.indicator, t.unit_of_measure, t.base, t.target_value, t.actual,
      CASE WHEN t.target_value > t.base THEN t.actual - t.base ELSE t.base - t.actual END AS way,
      CASE WHEN t.target_value > t.base THEN t.target_value - t.base ELSE t.base - t.target_value END
        AS whole
    FROM target AS t
    JOIN target_fact AS f ON f.target = t.target
    JOIN task_fact AS k ON k.task = t.task
    WHERE t.nature IN ('binding', 'converted') AND t.base IS NOT NULL AND t.base <> t.target_value
      AND f.repeats = 0 AND f.measured = 1 AND k.in_force = 1
  ),
  short AS (
    SELECT g.target, g.task, g.indicator, g.unit_of_measure, g.base, g.target_value, g.actual, g.way, g.whole
    FROM gone AS g
    -- way / whole < nominal, the whole product in parts: it might be too great.
    WHERE g.way < g.whole / 1000000 * :nominal + g.whole % 1000000 * :nominal / 1000000
      + CASE WHEN g.whole % 1000000 * :nominal % 1000000 > 0 THEN 1 ELSE 0 END
  )
SELECT
  s.target, s.task, t.number, t.number_order, t.title, t.led_by AS lead_units, s.indicator,
  s.unit_of_measure AS measure, s.base, s.target_value, s.actual, s.way AS converted_num,
  s.whole AS converted_den, count(*) OVER (PARTITION BY s.task) AS task_targets,
  (SELECT count(DISTINCT x.task) FROM short AS x) AS tasks
FROM short AS s
JOIN task AS t ON t.task = s.task
