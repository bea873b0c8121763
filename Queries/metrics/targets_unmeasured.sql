-- 已销号任务未统计的指标 · Targets of accepted tasks that were never measured
--
-- Targets without a value, of tasks that are struck off; those that repeat another are left
-- out.
--
-- grain:   one row per target
-- key:     target
-- params:  -
-- columns: target text, task text, number text, number_order text, title text, lead_units text,
--          indicator text
-- order:   number_order, target
SELECT
  t.target, t.task, k.number, k.number_order, k.title, k.led_by AS lead_units, t.indicator
FROM target_fact AS f
JOIN target AS t ON t.target = f.target
JOIN task AS k ON k.task = f.task
JOIN task_fact AS x ON x.task = f.task
WHERE f.measured = 0 AND f.repeats = 0 AND x.accepted = 1
